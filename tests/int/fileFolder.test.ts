import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFiles, type FilesPlace, type PortalFiles } from '../../src/files/createFiles'
import { inOnePiece, wholeBytes } from '../../src/files/wholeBytes'
import { carryFiles } from '../../src/services/transfer/carryFiles'
import { objectsIn } from './objectsIn'
import { type S3Server, s3Server } from './s3Server'

/** What holds of files wherever they are: on the disk and in a bucket alike. No database is in it, so one run is enough. */
const describeOnce = describe.skipIf(Boolean(process.env.MONGODB_URI))
const root = mkdtempSync(join(tmpdir(), 'portal-files-'))
let server: S3Server

beforeAll(async () => {
  server = await s3Server(['files'])
  await server.start()
})

afterAll(async () => {
  await server.remove()
  rmSync(root, { recursive: true })
})

const inFolder = (name: string): FilesPlace => ({ dataDir: join(root, name) })
const inBucket = (name: string): FilesPlace => ({
  ...inFolder(name),
  s3: { ...server.place('files'), prefix: `${name}/` },
})

const bytes = Buffer.from('Müller\n\0\xff', 'latin1')

describeOnce.each([
  ['the disk', inFolder],
  ['a bucket', inBucket],
])('files on %s', (where, placeOf) => {
  let files: PortalFiles
  let round = 0

  beforeEach(() => {
    round += 1
    files = createFiles(placeOf(`${where.replace(' ', '-')}-${round}`))
  })

  const listed = async () =>
    (await files.reports.list()).map(({ name, isBegun }) => (isBegun ? `(${name})` : name)).sort()

  test('are not there before they are written, and can be used', async () => {
    await files.reports.check()
    expect(await files.reports.read('a.xlsx')).toBeNull()
    expect(await files.reports.list()).toEqual([])
    expect(await files.reports.begun()).toEqual([])
    await files.reports.remove('a.xlsx')
    await files.reports.finish('a.xlsx')
    await files.reports.empty()
  })

  test('are read as soon as they are begun, and say that they are until they are finished', async () => {
    const before = Date.now()
    await files.reports.begin('a.xlsx', bytes)
    expect(await files.reports.read('a.xlsx')).toEqual(bytes)
    const [begun, ...others] = await files.reports.begun()
    expect(others).toEqual([])
    expect(begun?.name).toBe('a.xlsx')
    // To the second, as servers tell it.
    expect(Math.abs((begun?.since.getTime() ?? 0) - before)).toBeLessThan(5_000)
    expect(await listed()).toEqual(['(a.xlsx)'])
    await files.reports.finish('a.xlsx')
    await files.reports.finish('a.xlsx')
    expect(await files.reports.begun()).toEqual([])
    expect(await listed()).toEqual(['a.xlsx'])
    expect(await files.reports.read('a.xlsx')).toEqual(bytes)
  })

  test('can be doubted, read meanwhile, and kept or removed', async () => {
    for (const name of ['a.xlsx', 'b.xlsx']) await files.reports.write(name, inOnePiece(bytes))
    for (const name of ['a.xlsx', 'b.xlsx']) await files.reports.doubt(name)
    expect(await listed()).toEqual(['(a.xlsx)', '(b.xlsx)'])
    expect(await files.reports.read('a.xlsx')).toEqual(bytes)
    await files.reports.finish('a.xlsx')
    await files.reports.remove('b.xlsx')
    expect(await listed()).toEqual(['a.xlsx'])
    expect(await files.reports.read('b.xlsx')).toBeNull()
    expect(await files.reports.begun()).toEqual([])
  })

  test('are listed with what they hold, and gone when the folder is emptied', async () => {
    for (const name of ['b.xlsx', 'a b ä.xlsx']) await files.reports.write(name, inOnePiece(bytes))
    await files.audit.addLine('heads.log', 'line')
    const stored = await files.reports.list()
    expect(stored.map(({ name, bytes: size }) => [name, size])).toEqual([
      ['a b ä.xlsx', bytes.length],
      ['b.xlsx', bytes.length],
    ])
    for (const { read } of stored)
      expect(await wholeBytes((await read()) ?? inOnePiece(Buffer.from('?')))).toEqual(bytes)
    await files.reports.remove('b.xlsx')
    expect(await stored[1]?.read()).toBeNull()
    await files.reports.empty()
    expect(await listed()).toEqual([])
    expect((await files.audit.read('heads.log'))?.toString()).toBe('line\n')
  })

  test('that grow have their lines in order, each once, and a listing has them as they were', async () => {
    const lines = [
      '2026-11-28T10:00:00.000Z 4 a-_b',
      '2026-11-28T10:00:01.000Z 10 Größe 100%',
      '2026-11-28T10:00:02.000Z 11 c',
    ]
    expect(await files.audit.read('heads.log')).toBeNull()
    for (const line of lines.slice(0, 2)) await files.audit.addLine('heads.log', line)
    const [stored, ...others] = await files.audit.list()
    expect(others).toEqual([])
    await files.audit.addLine('heads.log', lines[2] ?? '')
    const first = `${lines.slice(0, 2).join('\n')}\n`
    expect(stored).toMatchObject({ name: 'heads.log', bytes: Buffer.byteLength(first), isBegun: false })
    expect((await wholeBytes((await stored?.read()) ?? inOnePiece(Buffer.from('?')))).toString()).toBe(first)
    expect((await files.audit.read('heads.log'))?.toString()).toBe(`${lines.join('\n')}\n`)
    await files.audit.empty()
    await files.audit.write('heads.log', inOnePiece(Buffer.from(`${lines.join('\n')}\n`)))
    expect((await files.audit.read('heads.log'))?.toString()).toBe(`${lines.join('\n')}\n`)
  })
})

describeOnce('a folder of a bucket', () => {
  test('is read to its end, however many objects it has', async () => {
    const { audit } = createFiles(inBucket('many'))
    const lines = Array.from(
      { length: 1_005 },
      (_, index) => `2026-11-28T10:00:00.000Z ${String(index).padStart(5, '0')} x`,
    )
    await audit.write('heads.log', inOnePiece(Buffer.from(lines.map((line) => `${line}\n`).join(''))))
    expect((await audit.read('heads.log'))?.toString().trimEnd().split('\n')).toEqual(lines)
  })

  test('has nothing outside of the prefix', async () => {
    const { reports } = createFiles(inBucket('inside'))
    await reports.begin('a.xlsx', bytes)
    const keys = [...(await objectsIn(server.place('files'))).keys()]
      .filter((key) => key.includes('inside'))
      .sort()
    expect(keys).toEqual(['inside/reports.begun/a.xlsx', 'inside/reports/a.xlsx'])
  })

  test('tells of a wrong bucket, key, secret and address by the setting that is wrong', async () => {
    const place = server.place('files')
    const failure = async (wrong: object) => {
      const { reports } = createFiles({ dataDir: root, s3: { ...place, ...wrong } })
      return reports.check().then(
        () => 'nothing was refused',
        (error: Error) => `${error.name}: ${error.message}`,
      )
    }
    expect(await failure({})).toBe('nothing was refused')
    expect(await failure({ bucket: 'other' })).toMatch(
      /^FilesAway: The bucket other at http.* S3_BUCKET.*NoSuchBucket/,
    )
    expect(await failure({ accessKeyId: 'SOMEBODY' })).toMatch(/refuses the .*S3_ACCESS_KEY_ID/)
    expect(await failure({ secretAccessKey: 'guessed' })).toMatch(
      /S3_SECRET_ACCESS_KEY.*SignatureDoesNotMatch/,
    )
    expect(await failure({ secretAccessKey: 'guessed' })).not.toContain('guessed')
    expect(await failure({ endpoint: 'http://127.0.0.1:9' })).toMatch(
      /cannot be reached.*S3_ENDPOINT.*ECONNREFUSED/,
    )
  })
})

describeOnce('files that move from the disk to a bucket', () => {
  test('are carried from where a run was cut off, compared, and what else is there is left alone', async () => {
    const from = createFiles(inFolder('moving'))
    const to = createFiles(inBucket('moving'))
    const names = ['a.xlsx', 'b.xlsx', 'c.xlsx']
    for (const name of names) await from.reports.write(name, inOnePiece(Buffer.from(name)))
    await from.reports.begin('d.xlsx', bytes)
    for (const line of ['2026-01-01T00:00:00.000Z 1 x', 'nonsense'])
      await from.audit.addLine('heads.log', line)
    appendFileSync(join(root, 'moving/audit/heads.log'), '2026-01-01T00:00:09.000Z 2 cut o')
    await to.reports.write('own.xlsx', inOnePiece(bytes))
    const cutOff = {
      ...to,
      reports: {
        ...to.reports,
        write: async (name: string, pieces: AsyncIterable<Uint8Array>) => {
          if (name === 'c.xlsx') throw new Error('cut off')
          await to.reports.write(name, pieces)
        },
      },
    }
    await expect(carryFiles({ from, to: cutOff })).rejects.toThrow('cut off')
    const written: string[] = []
    const watched = {
      ...cutOff,
      reports: {
        ...to.reports,
        write: async (name: string, pieces: AsyncIterable<Uint8Array>) => {
          written.push(name)
          await to.reports.write(name, pieces)
        },
      },
    }
    const carried = await carryFiles({ from, to: watched })
    expect(written).toEqual(['c.xlsx'])
    expect(carried.map(({ name, count }) => [name, count])).toEqual([
      ['files of reports', 4],
      ['files of audit', 1],
    ])
    for (const name of names) expect((await to.reports.read(name))?.toString()).toBe(name)
    expect((await to.reports.begun()).map(({ name }) => name)).toEqual(['d.xlsx'])
    expect(await to.reports.read('own.xlsx')).toEqual(bytes)
    expect((await to.audit.read('heads.log'))?.toString()).toBe('2026-01-01T00:00:00.000Z 1 x\nnonsense\n')
    expect(await carryFiles({ from, to })).toEqual(carried)
  })

  test('are told of when they are not what they were', async () => {
    const from = createFiles(inFolder('differing'))
    await from.reports.write('a.xlsx', inOnePiece(bytes))
    const to = createFiles(inBucket('differing'))
    const losing = {
      ...to,
      reports: {
        ...to.reports,
        write: (name: string) => to.reports.write(name, inOnePiece(Buffer.from('x'))),
      },
    }
    await expect(carryFiles({ from, to: losing })).rejects.toThrow(
      /a\.xlsx in reports in the bucket files .* is not what was there/,
    )
  })
})
