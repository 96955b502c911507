import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolders } from '../../src/lib/dataFolders'
import { migrations } from '../../src/migrations'
import type { BackupManifest } from '../../src/services/backup/backupManifest'
import { openBackup } from '../../src/services/backup/openBackup'
import { restoreBackup } from '../../src/services/backup/restoreBackup'
import { writeArchive } from '../../src/services/backup/writeArchive'
import { type BackupRequest, writeBackup } from '../../src/services/backup/writeBackup'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import { portalDatabase } from '../../src/store/portalDatabase'
import { type Enrolled, enrol } from './authenticator'
import { bytesBelow, digestsOf, emptyPlace, type Place, removePlaces } from './places'
import { type Login, type Portal, startPortal, testPassword } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const secret = process.env.PAYLOAD_SECRET ?? ''
const here: Place = { uri: process.env.DATABASE_URI ?? '', dataDir: process.env.DATA_DIR ?? '' }
const folders = Object.values(dataFolders)

let portal: Portal
let admin: Login
let enrolled: Enrolled
let folder: string
let file: string
let manifest: BackupManifest

/** A portal with everything that can be in one: cases, an import, a report and its file, second factors, jobs, mail. */
beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  enrolled = await enrol({ portal, name: 'enrolled' })
  const form = new FormData()
  form.set('file', new File([readFileSync(new URL('crm-2026-kw06.csv', samples))], 'kw06.csv'))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: body.importId } })
  await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 6 } })
  await portal.payload.jobs.queue({ task: 'expirePreviews', input: {}, waitUntil: new Date('2099-01-01') })
  await portal.payload.sendEmail({ to: 'dak@example.org', subject: 'Wochenbericht', text: '3 Fälle' })
  folder = await mkdtemp(join(tmpdir(), 'portal-backups-'))
  file = join(folder, 'portal.zip')
  manifest = await backUp({ place: here, into: file })
})

afterAll(async () => {
  await portal.stop()
  await removePlaces()
  await rm(folder, { recursive: true })
})

type Settings = Partial<
  Pick<Parameters<typeof restoreBackup>[0], 'isReplacing' | 'isOtherSecretFine' | 'knownMigrations'>
>

async function using<T>(
  { place, file }: { place: Place; file: string },
  work: (request: BackupRequest) => Promise<T>,
): Promise<T> {
  const copy = await openDatabaseCopy(place.uri)
  const settings = { secret, dataDir: place.dataDir }
  try {
    return await work({ copy, settings, file, portal: '0.0.0', now: new Date(), say: () => undefined })
  } finally {
    await copy.close()
  }
}

const backUp = ({ place, into }: { place: Place; into: string }) => using({ place, file: into }, writeBackup)

const restore = ({ place, from = file, ...settings }: { place: Place; from?: string } & Settings) =>
  using({ place, file: from }, (request) =>
    restoreBackup({
      ...request,
      isReplacing: false,
      isOtherSecretFine: false,
      knownMigrations: migrations.map(({ name }) => name),
      ...settings,
    }),
  )

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: Error) => `${error.name}: ${error.message}`,
  )

/** Everything in a place. */
const contentOf = async ({ uri, dataDir }: Place) => ({
  database: await digestsOf(uri),
  files: bytesBelow(dataDir, folders),
})

/** A restored place with something of its own in it. */
async function usedPlace(): Promise<Place> {
  const place = emptyPlace()
  await restore({ place })
  writeFileSync(join(place.dataDir, 'mail', 'own.eml'), 'what was sent here')
  return place
}

/** The backup with another manifest, or other parts. */
async function altered({
  name,
  change = (before) => before,
  bytesOf,
}: {
  name: string
  change?: (before: BackupManifest) => object
  bytesOf?: (part: string, bytes: Buffer) => Buffer
}): Promise<string> {
  const path = join(folder, `${name}.zip`)
  const backup = await openBackup(file)
  await writeArchive({
    path,
    fill: async (add) => {
      const parts: object[] = []
      for (const part of backup.manifest.parts) {
        const pieces: Uint8Array[] = []
        for await (const piece of backup.read(part.name)) pieces.push(piece)
        const whole = Buffer.concat(pieces)
        const measure = await add(part.name, only(bytesOf?.(part.name, whole) ?? whole))
        parts.push({ name: part.name, ...measure })
      }
      const told = { ...backup.manifest, parts: parts as BackupManifest['parts'] }
      await add('manifest.json', only(Buffer.from(JSON.stringify(change(told)))))
    },
  })
  backup.close()
  return path
}

async function* only(bytes: Buffer) {
  yield bytes
}

describe('a backup', () => {
  test('has everything of the database and of the folders of DATA_DIR, and its manifest says how much', async () => {
    const { database, files } = await contentOf(here)
    const stored = Object.entries(database).map(([name, rows]) => [name, rows.length])
    const counted = Object.entries(manifest.counts).filter(([, count]) => count > 0)
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries(
        stored.filter(([name, count]) => count !== 0 && !String(name).startsWith('sqlite_')),
      ),
    )
    expect(manifest.counts.cases).toBeGreaterThan(0)
    expect(Object.keys(files).length).toBe(2)
    const named = manifest.parts.map(({ name }) => name).filter((name) => name.startsWith('files/'))
    expect(named).toEqual(
      Object.keys(files)
        .map((path) => `files/${path}`)
        .sort(),
    )
  })

  test('names every folder that collections store files in', () => {
    const { collections } = portal.payload.config
    const used = collections.flatMap(({ upload }) => (upload.staticDir ? [String(upload.staticDir)] : []))
    expect(used.length).toBeGreaterThan(0)
    for (const path of used) expect(folders.map((name) => join(here.dataDir, name))).toContain(path)
  })

  test('does not hold the secret', async () => {
    expect(JSON.stringify(manifest)).not.toContain(secret)
    expect(manifest.parts.map(({ name }) => name)).not.toContain('files/secret')
  })

  test('is never written over another file', async () => {
    expect(await failureOf(backUp({ place: here, into: file }))).toMatch(/portal\.zip exists already/)
  })

  test('of nothing is refused, and leaves no file', async () => {
    const into = join(folder, 'empty.zip')
    expect(await failureOf(backUp({ place: emptyPlace(), into }))).toMatch(/nothing in the database/)
    expect(readdirSync(folder)).not.toContain('empty.zip')
  })

  test('taken while cases are written has each of them whole or not at all', async () => {
    const into = join(folder, 'busy.zip')
    let isWriting = true
    const writing = (async () => {
      for (let number = 0; isWriting; number += 1) {
        await portal.payload.create({
          collection: 'cases',
          data: { nachname: `Busy${number}`, datum: '2026-03-02', fallgruppe: 'onko', icd: 'C50.1' } as never,
        })
        // The embedded database answers without giving way to anything else.
        await new Promise(setImmediate)
      }
    })()
    const busy = await backUp({ place: here, into }).finally(() => {
      isWriting = false
    })
    await writing
    expect(busy.counts.cases).toBeGreaterThanOrEqual(manifest.counts.cases ?? 0)
    const place = emptyPlace()
    await restore({ place, from: into })
    const { database } = await contentOf(place)
    expect(database.cases?.length).toBe(busy.counts.cases)
  })
})

describe('a restore', () => {
  test('into an empty place brings back every row and every byte', async () => {
    const before = await contentOf(here)
    const from = join(folder, 'whole.zip')
    await backUp({ place: here, into: from })
    const place = emptyPlace()
    expect((await restore({ place, from })).kept).toBeNull()
    expect(await contentOf(place)).toEqual(before)
  })

  test('is a portal in which people log in with their password and second factor, and jobs are still due', async () => {
    const place = emptyPlace()
    await restore({ place })
    const key = crypto.randomUUID()
    const { default: config } = await import('@payload-config')
    const db = portalDatabase({ uri: place.uri, migrations: migrations as never, migrationDir: '' })
    const restored = { ...(await config), db: db as never }
    const payload = await getPayload({ config: restored, key })
    const answer = await handleEndpoints({
      config: restored,
      payloadInstanceCacheKey: key,
      request: new Request('http://localhost:3000/api/users/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          email: enrolled.email,
          password: testPassword,
          totp: await enrolled.code(30),
        }),
      }),
    })
    expect(answer.status).toBe(200)
    const { docs } = await payload.find({ collection: 'payload-jobs' })
    expect(docs.map(({ taskSlug }) => taskSlug)).toContain('expirePreviews')
    await payload.destroy()
  })

  test('into a place that is used needs --replace, and keeps what it replaces as a backup', async () => {
    const place = await usedPlace()
    const used = await contentOf(place)
    expect(await failureOf(restore({ place }))).toMatch(/add --replace/)
    expect(await contentOf(place)).toEqual(used)
    const { kept } = await restore({ place, isReplacing: true })
    expect(Object.keys((await contentOf(place)).files)).not.toContain('mail/own.eml')
    await restore({ place, isReplacing: true, from: kept ?? '' })
    expect(await contentOf(place)).toEqual(used)
  })

  test('of a damaged file touches nothing', async () => {
    const place = await usedPlace()
    const used = await contentOf(place)
    const from = join(folder, 'damaged.zip')
    const bytes = readFileSync(file)
    for (const share of [0.1, 0.5, 0.9]) {
      const copy = Buffer.from(bytes)
      // More than a header of the archive, whose times and the like mean nothing.
      const at = Math.floor(share * bytes.length)
      for (const [index, byte] of copy.subarray(at, at + 128).entries()) copy[at + index] = byte ^ 0xff
      writeFileSync(from, copy)
      expect(await failureOf(restore({ place, from, isReplacing: true }))).toMatch(/damaged\.zip/)
    }
    writeFileSync(from, bytes.subarray(0, bytes.length / 2))
    expect(await failureOf(restore({ place, from, isReplacing: true }))).toMatch(/damaged\.zip is no backup/)
    expect(await contentOf(place)).toEqual(used)
  })

  test('says what is wrong with a file that does not fit', async () => {
    const place = emptyPlace()
    const other = manifest.database === 'sqlite' ? 'mongodb' : 'sqlite'
    const changes: [RegExp, (before: BackupManifest) => object][] = [
      [new RegExp(`is of ${other}`), (before) => ({ ...before, database: other })],
      [/newer portal/, (before) => ({ ...before, migrations: [...before.migrations, '20990101_later'] })],
      [/another PAYLOAD_SECRET/, (before) => ({ ...before, secret: 'another' })],
      [/cannot|can read: manifest.json format/, (before) => ({ ...before, format: 2 })],
      [
        /is missing/,
        (before) => ({ ...before, parts: [...before.parts, { ...before.parts[0], name: 'database/x' }] }),
      ],
      [/does not name/, (before) => ({ ...before, parts: before.parts.slice(1) })],
    ]
    for (const [index, [sentence, change]] of changes.entries()) {
      const from = await altered({ name: `unfit-${index}`, change })
      expect(await failureOf(restore({ place, from }))).toMatch(sentence)
    }
    expect(await failureOf(restore({ place, from: join(folder, 'nowhere.zip') }))).toMatch(/is not there/)
    expect(Object.keys((await contentOf(place)).files)).toEqual([])
  })

  test('that fails in the middle leaves everything as it was', async () => {
    const place = await usedPlace()
    const used = await contentOf(place)
    const database = manifest.database === 'sqlite' ? 'database/portal.db' : 'database/users.bson'
    const from = await altered({
      name: 'half',
      bytesOf: (name, bytes) => (name === database ? bytes.subarray(0, bytes.length / 2) : bytes),
    })
    expect(await failureOf(restore({ place, from, isReplacing: true }))).toMatch(/everything is as it was/)
    expect(await contentOf(place)).toEqual(used)
    const nowhere = emptyPlace()
    expect(await failureOf(restore({ place: nowhere, from }))).toMatch(/everything is as it was/)
    expect(Object.values((await contentOf(nowhere)).database).flat()).toEqual([])
    await restore({ place: nowhere })
  })

  if (here.uri.startsWith('file:'))
    test('into the place of a running portal is refused', async () => {
      expect(await failureOf(restore({ place: here, isReplacing: true }))).toMatch(
        /is in use. Stop the portal/,
      )
      expect((await portal.call('GET', '/api/health')).status).toBe(200)
    })

  test('that was cut off keeps the portal from starting until it is finished', async () => {
    const place = await usedPlace()
    await using({ place, file }, ({ copy }) =>
      copy.noteUnfinished({
        work: 'restore',
        file,
        kept: '/backups/before.zip',
        since: '2026-11-28T09:00:00.000Z',
      }),
    )
    const { default: config } = await import('@payload-config')
    const db = portalDatabase({ uri: place.uri, migrations: [], migrationDir: '' })
    const start = getPayload({ config: { ...(await config), db: db as never }, key: crypto.randomUUID() })
    expect(await failureOf(start)).toMatch(/has not ended.*--replace.*before\.zip --replace/s)
    expect((await restore({ place, isReplacing: true })).kept).toBe('/backups/before.zip')
    expect(await using({ place, file }, ({ copy }) => copy.unfinished())).toBeNull()
  })
})
