import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AuditSeal, SealedEntry } from '../../src/domain/audit/seals/auditSeal'
import { migrations } from '../../src/migrations'
import { sha256 } from '../../src/services/audit/auditHashes'
import { headsFile } from '../../src/services/audit/headsFile'
import { replaceAuditValues } from '../../src/services/audit/replaceAuditValues'
import { sealAudit } from '../../src/services/audit/sealAudit'
import { verifyAudit } from '../../src/services/audit/verifyAudit'
import { restoreBackup } from '../../src/services/backup/restoreBackup'
import { writeBackup } from '../../src/services/backup/writeBackup'
import { recordAudit } from '../../src/services/recordAudit'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import { portalDatabase } from '../../src/store/portalDatabase'
import { storeOf } from '../../src/store/storeOf'
import { emptyPlace, removePlaces } from './places'
import { type Portal, startPortal } from './portal'

let portal: Portal
let payload: Payload
const dataDir = process.env.DATA_DIR ?? ''
const secret = process.env.PAYLOAD_SECRET ?? ''
const heads = join(dataDir, 'audit', headsFile)

beforeAll(async () => {
  portal = await startPortal()
  payload = portal.payload
})

afterAll(async () => {
  await portal.stop()
  await removePlaces()
})

/** Twelve entries in three seals. */
beforeEach(async () => {
  await empty()
  for (let round = 0; round < 3; round += 1) {
    await write(4)
    expect(await sealAudit({ payload })).toBe(4)
  }
})

async function empty(): Promise<void> {
  for (const collection of ['audit-log', 'audit-seals', 'audit-heads'] as const)
    await payload.db.deleteMany({ collection, where: {} })
  rmSync(heads, { force: true })
}

async function write(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const changes = [{ field: 'nachname', old: null, new: `Tonn ${number}` }]
    const event = { action: 'create', entityType: 'cases', entityId: `case-${number}`, changes } as const
    await recordAudit({ req: { payload }, event: { ...event, changes } })
  }
}

const sealsOf = () => storeOf(payload).auditSeals({ after: 0, limit: 100 })
/** The id of the entry of a number. */
const idOf = async (number: number) =>
  (await sealsOf()).flatMap(({ entries }) => entries)[number - 1]?.id ?? ''
const found = async (given: Parameters<typeof verifyAudit>[0]['given'] = []) =>
  (await verifyAudit({ payload, given })).findings.map(({ kind, number }) => `${kind} ${number}`)
/** Past every hook, as somebody would who holds the database. */
const alter = (id: string, data: object) =>
  payload.db.updateOne({ collection: 'audit-log', id, data: data as never })
const remove = (collection: 'audit-log' | 'audit-seals' | 'audit-heads', where: object) =>
  payload.db.deleteMany({ collection, where: where as never })
const alterSeal = (first: number, data: object) =>
  payload.db.updateOne({
    collection: 'audit-seals',
    where: { first: { equals: first } },
    data: data as never,
  })
const headOf = async () => {
  const head = await storeOf(payload).auditHead()
  if (!head) throw new Error('There is no head.')
  return head
}

describe('sealing', () => {
  test('numbers the entries, each once, and goes on where it stopped', async () => {
    const seals = await sealsOf()
    expect(seals.map(({ first, last }) => [first, last])).toEqual([
      [1, 4],
      [5, 8],
      [9, 12],
    ])
    const ids = seals.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(new Set(ids).size).toBe(12)
    expect(await sealAudit({ payload })).toBe(0)
    await write(3)
    expect(await verifyAudit({ payload })).toMatchObject({ findings: [], unsealed: 3, head: { number: 12 } })
    expect(await sealAudit({ payload })).toBe(3)
    expect(await verifyAudit({ payload })).toMatchObject({
      findings: [],
      count: 0,
      unsealed: 0,
      head: { number: 15 },
      notedHeads: 4,
      unreadableHeads: 0,
    })
  })

  test('of many entries makes many seals, of which a verification reads all', async () => {
    await write(600)
    await sealAudit({ payload })
    const told: number[] = []
    const verified = await verifyAudit({ payload, tell: (entries) => told.push(entries) })
    expect(verified).toMatchObject({ findings: [], head: { number: 612 } })
    expect(told.at(-1)).toBe(612)
    expect((await sealsOf()).length).toBeGreaterThan(4)
  })

  test('of several at once forks no chain: one of them stores each seal', async () => {
    await write(4)
    const store = storeOf(payload)
    const before = await headOf()
    const entries = await store.unsealedEntries(4)
    const [last] = (await sealsOf()).slice(-1)
    const sealing = (hash: string) => {
      const sealed: SealedEntry[] = entries.map(({ id, at }) => ({ id, at, salt: '', digest: '', hash }))
      const seal = { ...(last as AuditSeal), first: 13, last: 16, entries: sealed, hash }
      return store.storeSeal({ seal, before })
    }
    const outcomes = await Promise.all(['a', 'b', 'c'].map(sealing))
    expect(outcomes.sort()).toEqual(['moved', 'moved', 'sealed'])
    expect((await sealsOf()).map(({ first }) => first)).toEqual([1, 5, 9, 13])
    expect(await store.countUnsealed()).toBe(0)
    // A seal of entries that somebody else has sealed meanwhile is none either.
    expect(
      await store.storeSeal({
        seal: {
          ...(last as AuditSeal),
          first: 17,
          last: 20,
          entries: entries.map(({ id, at }) => ({ id, at, salt: '', digest: '', hash: '' })),
        },
        before: await headOf(),
      }),
    ).toBe('moved')
    expect((await headOf()).number).toBe(16)
  })

  test('goes on by itself as a job', async () => {
    await write(2)
    await payload.jobs.queue({ task: 'sealAudit', input: {} })
    await portal.runJobs()
    expect(await storeOf(payload).countUnsealed()).toBe(0)
    expect(await found()).toEqual([])
  })
})

describe('verifying names the first', () => {
  test.each([
    ['user', { user: 'somebody' }],
    ['time', { at: '2020-01-01T00:00:00.000Z' }],
    ['action', { action: 'update' }],
    ['value', { changes: [{ field: 'nachname', old: null, new: 'Anders' }] }],
    ['address', { ip: '192.0.2.1' }],
  ])('entry whose %s was altered', async (_, data) => {
    await alter(await idOf(6), data)
    await alter(await idOf(11), data)
    const { findings } = await verifyAudit({ payload })
    expect(findings.map(({ kind, number }) => [kind, number])).toEqual([
      ['altered', 6],
      ['altered', 11],
    ])
    expect(findings[0]).toMatchObject({ id: await idOf(6), at: expect.stringMatching(/^20.*Z$/) })
  })

  test('entry that was deleted', async () => {
    await remove('audit-log', { id: { equals: await idOf(7) } })
    expect(await found()).toEqual(['missing 7'])
  })

  test('of two entries that were exchanged', async () => {
    const [one, two] = await storeOf(payload).auditEntriesOf([await idOf(2), await idOf(3)])
    if (!one || !two) throw new Error('Two entries are missing.')
    const { id: first, ...ofFirst } = one
    const { id: second, ...ofSecond } = two
    await alter(first, ofSecond)
    await alter(second, ofFirst)
    expect(await found()).toEqual(['swapped 2', 'swapped 3'])
  })

  test('of the entries that were cut off the end, with their seals', async () => {
    const cut = { greater_than: 8 }
    await remove('audit-log', { seal: cut })
    await remove('audit-seals', { first: cut })
    expect(await found()).toEqual(['cutOff 9'])
  })

  test('the same when the head was put back as well: by the heads noted in DATA_DIR', async () => {
    const before = await headOf()
    await write(2)
    await sealAudit({ payload })
    await remove('audit-log', { seal: { equals: 13 } })
    await remove('audit-seals', { first: { equals: 13 } })
    const { number, hash, mark } = before
    await payload.db.updateOne({
      collection: 'audit-heads',
      where: { name: { equals: 'head' } },
      data: { number, hash, mark },
    })
    expect(await found()).toEqual(['cutOff 13'])
  })

  test('the same when the file was put back too: by a head noted elsewhere', async () => {
    const given = await headOf()
    const file = readFileSync(heads, 'utf8').trimEnd().split('\n')
    await remove('audit-log', { seal: { equals: 9 } })
    await remove('audit-seals', { first: { equals: 9 } })
    writeFileSync(heads, `${file.slice(0, 2).join('\n')}\n`)
    const [, number, hash = '', mark = ''] = /(\d+) (\S+) (\S+)$/.exec(file[1] ?? '') ?? []
    await payload.db.updateOne({
      collection: 'audit-heads',
      where: { name: { equals: 'head' } },
      data: { number: Number(number), hash, mark },
    })
    expect(await found()).toEqual([])
    expect(await found([given])).toEqual(['cutOff 9'])
  })

  test('number when all of it was sealed anew: by the heads that were noted', async () => {
    for (const { id } of await storeOf(payload).entriesSealedIn({ from: 0, to: null, limit: 100 }))
      await alter(id, { seal: null })
    await remove('audit-seals', {})
    await remove('audit-heads', {})
    await alter((await storeOf(payload).unsealedEntries(1))[0]?.id ?? '', { user: 'somebody' })
    await sealAudit({ payload })
    expect(await found()).toEqual(['headDiffers 4', 'headDiffers 8', 'headDiffers 12'])
  })

  test('seal that was made without the secret', async () => {
    await alterSeal(9, { mark: sha256('guess') })
    expect(await found()).toEqual(['badMark 9'])
  })

  test('seal that is gone, and one whose entries were altered with it', async () => {
    const [, second] = await sealsOf()
    const entries = second?.entries.map((entry, index) =>
      index === 1 ? { ...entry, digest: sha256('x') } : entry,
    )
    await alterSeal(5, { entries })
    expect(await found()).toEqual(['altered 6', 'sealAltered 6'])
    await remove('audit-seals', { first: { equals: 5 } })
    expect(await found()).toEqual(['sealMissing 5', 'headDiffers 8'])
  })

  test('entry that says it is sealed and is not, and one that says it is not', async () => {
    const [made] = await storeOf(payload).auditEntriesOf([await idOf(3)])
    const { id, ...entry } = made ?? { id: '' }
    await payload.db.create({ collection: 'audit-log', data: { ...entry, seal: 6 } as never })
    await payload.db.create({ collection: 'audit-log', data: { ...entry, seal: 99 } as never })
    expect(await found()).toEqual(['foreign 5', 'foreign 99'])
    await remove('audit-log', { seal: { in: [6, 99] } })
    await alter(id, { seal: null })
    expect(await found()).toEqual(['altered 3'])
  })

  test('head that is missing, and lines of the file that are none', async () => {
    await remove('audit-heads', {})
    appendFileSync(heads, 'nonsense\n2026-11-28T12:00:00.000Z 99 cut o')
    const { findings, unreadableHeads } = await verifyAudit({ payload })
    expect([findings.map(({ kind }) => kind), unreadableHeads]).toEqual([['headMissing'], 1])
  })
})

describe('values that are replaced', () => {
  const none = [{ field: 'nachname', old: null, new: 'gelöscht' }]

  test('leave a log that verifies, with the same hashes, and nothing of what stood there', async () => {
    const noted = await headOf()
    await write(2)
    // Of two of the same millisecond that is the first which is sealed first.
    const [open] = (await storeOf(payload).unsealedEntries(2)).toSorted((left, right) =>
      left.at + left.id < right.at + right.id ? -1 : 1,
    )
    const ids = [await idOf(2), await idOf(6), open?.id ?? '']
    const replacements = ids.map((id) => ({ id, changes: none }))
    await replaceAuditValues({ req: { payload }, replacements })
    expect(await found([noted])).toEqual([])
    await sealAudit({ payload })
    expect(await found([noted])).toEqual([])
    const again = [{ id: ids[0] ?? '', changes: [] }]
    await replaceAuditValues({ req: { payload }, replacements: again })
    await sealAudit({ payload })
    expect(await found([noted])).toEqual([])
    const all = await storeOf(payload).entriesSealedIn({ from: 1, to: null, limit: 100 })
    const changesOf = (id: string) => all.find((entry) => entry.id === id)?.changes
    expect(ids.map(changesOf)).toEqual([[], none, none])
    const resealed = all
      .filter(({ action }) => action === 'reseal')
      .map(({ changes }) => changes.map(({ field }) => field))
    expect(resealed.toSorted((left, right) => right.length - left.length)).toEqual([['2', '6', '13'], ['2']])
  })

  test('are altered like any others when somebody changes them once more', async () => {
    const id = await idOf(2)
    await replaceAuditValues({ req: { payload }, replacements: [{ id, changes: none }] })
    await alter(id, { changes: [] })
    expect(await found()).toEqual(['altered 2'])
  })

  test('cannot be replaced without an entry that says so', async () => {
    const id = await idOf(2)
    await replaceAuditValues({ req: { payload }, replacements: [{ id, changes: none }] })
    await remove('audit-log', { action: { equals: 'reseal' } })
    expect(await found()).toEqual(['unexplained 2'])
  })
})

describe('a backup', () => {
  test('carries seals and heads, and verifies where it is restored, however much was sealed after it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-seals-'))
    const file = join(folder, 'portal.zip')
    const place = emptyPlace()
    const using = async <T>(
      uri: string,
      dir: string,
      work: (request: Parameters<typeof writeBackup>[0]) => Promise<T>,
    ) => {
      const copy = await openDatabaseCopy(uri)
      const settings = { secret, dataDir: dir }
      return work({ copy, settings, file, portal: '0', now: new Date(), say: () => undefined }).finally(
        copy.close,
      )
    }
    await using(process.env.DATABASE_URI ?? '', dataDir, async (request) => {
      // Entries are sealed between the reading of the database and that of the files.
      const snapshot = request.copy.snapshot
      const late = async (scratch: string) => {
        const taken = await snapshot(scratch)
        await write(3)
        await sealAudit({ payload })
        return taken
      }
      return writeBackup({ ...request, copy: { ...request.copy, snapshot: late } })
    })
    await using(place.uri, place.dataDir, (request) =>
      restoreBackup({
        ...request,
        isReplacing: false,
        isOtherSecretFine: false,
        knownMigrations: migrations.map(({ name }) => name),
      }),
    )
    const { default: config } = await import('@payload-config')
    const { custom, ...rest } = await config
    const db = portalDatabase({ uri: place.uri, migrations: migrations as never, migrationDir: '' })
    const restored = await getPayload({
      config: { ...rest, db: db as never, custom: { ...custom, dataDir: place.dataDir } },
      key: crypto.randomUUID(),
    })
    const verified = await verifyAudit({ payload: restored })
    expect(verified).toMatchObject({ findings: [], notedHeads: 3 })
    // The compatible server of the tests does not keep what is read apart from what is written meanwhile.
    if (payload.db.name === 'sqlite') expect(verified.head.number).toBe(12)
    await write(1)
    await sealAudit({ payload })
    const later = await verifyAudit({ payload: restored, given: [await headOf()] })
    expect(later.findings).toMatchObject([{ kind: 'cutOff', number: verified.head.number + 1, to: 16 }])
    await restored.destroy()
    await rm(folder, { recursive: true })
  })
})

describe('npm run verify-audit', () => {
  test('says what it found, with the exit code', async () => {
    const whole = await run()
    expect(whole.code, whole.text).toBe(0)
    const { number, hash } = await headOf()
    expect(whole.text).toContain(
      '12 sealed entries are as they were sealed, 3 noted heads compared, 0 entries not',
    )
    expect(whole.text).toContain(`Head to note elsewhere: ${number}:${hash}`)
    await alter(await idOf(6), { user: 'somebody' })
    const altered = await run('--head', `14:${hash}`)
    expect(altered.code).toBe(1)
    expect(altered.text).toMatch(new RegExp(`Entry 6 \\(id ${await idOf(6)}, .*Z\\) is not as it was sealed`))
    expect(altered.text).toContain('Entries 13 to 14 are cut off the end.')
    expect((await run('--head', 'nonsense')).text).toContain('is not NUMBER:HASH')
  })
})

function run(...args: string[]): Promise<{ code: number | null; text: string }> {
  const script = fileURLToPath(new URL('../../scripts/verifyAudit.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', MFA_POLICY: 'optional' },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      text += String(data)
    })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })))
}
