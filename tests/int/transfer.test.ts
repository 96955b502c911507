import './embeddedHere'

import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import config from '@payload-config'
import ExcelJS from 'exceljs'
import { MongoClient } from 'mongodb'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCases } from '../../scripts/demo/seedCases'
import { openDatabase } from '../../scripts/openDatabase'
import { orderedKeys } from '../../src/domain/orderedKeys'
import { createFiles } from '../../src/files/createFiles'
import { migrations } from '../../src/migrations'
import { sealAudit } from '../../src/services/audit/sealAudit'
import { verifyAudit } from '../../src/services/audit/verifyAudit'
import { writeBackup } from '../../src/services/backup/writeBackup'
import { importIcdCatalogue } from '../../src/services/icd/importIcdCatalogue'
import type { TransferProgress } from '../../src/services/transfer/carried'
import type { FilesTransfer } from '../../src/services/transfer/carryFiles'
import { transferInstallation } from '../../src/services/transfer/transferInstallation'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import { type Enrolled, enrol } from './authenticator'
import { objectsIn } from './objectsIn'
import { digestsOf, emptyPlace, type Place, removePlaces } from './places'
import { type Login, type Portal, startPortal, testPassword } from './portal'
import { type OtherPortal, startPortalOn } from './portalOn'
import { s3Server } from './s3Server'

const samples = new URL('../fixtures/samples/', import.meta.url)
const scriptOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const here: Place = { uri: process.env.DATABASE_URI ?? '', dataDir: process.env.DATA_DIR ?? '' }
const knownMigrations = migrations.map(({ name }) => name)
const open = async (database: Opening) => openDatabase({ ...database, config: await config })
type Opening = { uri: string; isBeingFilled?: boolean }

describe.skipIf(!process.env.MONGODB_URI)('an installation that moves to MongoDB', () => {
  let portal: Portal
  let admin: Login
  let enrolled: Enrolled
  let tokens: { refreshToken: string }
  let before: Record<string, unknown>
  let folder: string
  /** The installation with nobody on it. */
  let source: Place

  /** Everything that can be in one: what the demo has, imports in every state, versions of a report, second factors. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portal-transfer-'))
    portal = await startPortal()
    const { payload, call, login } = portal
    admin = await login('admin')
    enrolled = await enrol({ portal, role: 'admin', name: 'enrolled' })
    tokens = (
      await call('POST', '/api/auth/token', {
        body: { email: admin.user.email, password: testPassword },
      })
    ).body
    const req = await createLocalReq({ user: { ...admin.user, collection: 'users' } }, payload)
    await seedCases({ req, today: '2026-11-28' as never })
    await importIcdCatalogue({
      req,
      bytes: readFileSync(new URL('icd10gm-sample_kodes.txt', samples)),
      filename: 'icd10gm2026syst_kodes.txt',
    })
    const imported = await preview('csv', 'crm-2026-kw06.csv')
    await call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: imported } })
    const undone = await preview('csv', 'crm-2026-kw07.csv')
    await call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: undone } })
    await call('POST', `/api/import/${undone}/undo`, { as: admin, body: {} })
    await preview('csv', 'crm-2026-kw05.csv')
    const summaries = await preview('berichtswesen', 'Berichtswesen_2024_KW52.xlsx')
    await call('POST', '/api/import/berichtswesen/confirm', { as: admin, body: { importId: summaries } })
    await call('POST', '/api/cases', { as: admin, body: caseWithNotes })
    for (const jahr of [2025, 2026, 2026])
      await call('POST', '/api/reports/generate', { as: admin, body: { jahr, kw: 46 } })
    await call('POST', '/api/globals/settings', { as: admin, body: { reports: { weekday: '2', hour: 7 } } })
    await call('POST', '/api/payload-preferences/nav', { as: admin, body: { value: { open: ['cases'] } } })
    await call('POST', '/api/invitations', { as: admin, body: { role: 'dak_mitarbeiter', days: 3 } })
    await portal.runJobs()
    await payload.jobs.queue({ task: 'expirePreviews', input: {}, waitUntil: new Date('2099-01-01') })
    const answer = (path: string) => call('GET', path, { as: admin })
    const workbooks = await workbooksOf(answer)
    await sealAudit({ payload })
    before = { ...(await answersOf(answer)), ...workbooks }
    source = await leftAlone()
  })

  afterAll(async () => {
    await portal?.stop()
    await removePlaces()
    rmSync(folder, { recursive: true })
  })

  const caseWithNotes = {
    nachname: 'Ärger',
    datum: '2026-02-02',
    fallgruppe: 'onko',
    icd: 'C50.1, C79.5',
    notizen: { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [] } },
  }

  async function preview(kind: 'csv' | 'berichtswesen', name: string): Promise<string> {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(readFileSync(new URL(name, samples)))], name))
    const { body } = await portal.call('POST', `/api/import/${kind}`, { as: admin, form })
    return body.importId
  }

  /** A backup of the portal, restored by a process that ends: what stays open of a database is so until then. */
  async function leftAlone(): Promise<Place> {
    const dataDir = mkdtempSync(join(folder, 'installation-'))
    const place = { uri: `file:${dataDir}/portal.db`, dataDir }
    const file = `${dataDir}.zip`
    const copy = await openDatabaseCopy(here.uri)
    const settings = { secret: process.env.PAYLOAD_SECRET ?? '', dataDir: here.dataDir }
    await writeBackup({ copy, settings, file, portal: '0.0.0', now: new Date(), say: () => undefined })
    const args = ['restore', place.uri, place.dataDir, file]
    expect((await run({ script: './backUpAndDie.ts', args, place })).code).toBe(0)
    return place
  }

  type Running = { script: string; args: string[]; place: Place; killAt?: () => Promise<boolean> }

  /** A command in a process of its own; it is killed (-9) as soon as `killAt` says so. */
  async function run({
    script,
    args,
    place,
    killAt,
  }: Running): Promise<{ code: number | null; said: string }> {
    const env = { ...process.env, DATA_DIR: place.dataDir, DATABASE_URI: place.uri }
    const child = fork(scriptOf(script), args, { execArgv: ['--import', 'tsx'], silent: true, env })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes) => {
        said += String(bytes)
      })
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', resolve)
    })
    while (killAt && child.exitCode === null && !(await killAt()))
      await new Promise((resolve) => setTimeout(resolve, 2))
    if (killAt) child.kill('SIGKILL')
    return { code: await ended, said }
  }

  const transferInChild = ({ to, killAt }: { to: string; killAt?: () => Promise<boolean> }) =>
    run({
      script: '../../scripts/transfer.ts',
      args: ['--from', source.uri, '--to', to],
      place: source,
      ...(killAt ? { killAt } : {}),
    })

  /** The same within this process. */
  async function transfer({
    from = source.uri,
    to,
    known = knownMigrations,
    say = () => undefined,
    files,
  }: Transferring) {
    const did: string[] = []
    const verified = await transferInstallation({
      from,
      to,
      knownMigrations: known,
      now: new Date(),
      files,
      open,
      tell: (doing) => did.push(doing),
      say,
    })
    return { did, verified }
  }
  type Transferring = {
    from?: string
    to: string
    known?: string[]
    say?: (progress: TransferProgress) => void
    files?: FilesTransfer
  }

  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    )

  async function onMongo<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
    const client = await MongoClient.connect(uri)
    try {
      return await work(client)
    } finally {
      await client.close()
    }
  }

  async function noteIn(uri: string) {
    const copy = await openDatabaseCopy(uri)
    const note = await copy.unfinished()
    await copy.close()
    return note
  }

  type Asking = (path: string) => Promise<{ status: number; body: any }>

  /** What people see, by address. */
  async function answersOf(ask: Asking): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {}
    const { body: log } = await ask('/api/import/log')
    const imports = log.docs.flatMap(({ importId }: { importId: string }) => [
      `/api/import/${importId}`,
      `/api/import/${importId}/rows?limit=100`,
    ])
    for (const path of [...paths, ...imports]) {
      const { status, body } = await ask(path)
      // Has to be unique, so MongoDB must not store that it is empty.
      for (const document of body.docs ?? []) if (document.run === null) delete document.run
      // Of what was stored in the same moment either database may tell first; only cases have an order of their own.
      if (Array.isArray(body.docs) && !path.startsWith('/api/cases'))
        body.docs.sort((left: object, right: object) => (textOf(left) < textOf(right) ? -1 : 1))
      // Payload's own collections and globals keep the ids of their database.
      if (withOwnIds.includes(path)) delete body.id
      answers[path] = { status, body }
    }
    return answers
  }

  const textOf = (document: object) => JSON.stringify(orderedKeys(document))

  const everything = 'limit=5000&depth=0&sort=id'
  const withOwnIds = ['/api/payload-preferences/nav', '/api/globals/settings']
  const paths = [
    `/api/audit-log?${everything}`,
    '/api/audit-log/list?limit=500&entityType=users',
    `/api/audit-log?where[at][greater_than]=2026-01-01T00:00:00.000Z&${everything}`,
    ...['cases', 'icd-codes', 'icd-catalogue', 'reports', 'yearly-summaries', 'users', 'invitations'].map(
      (slug) => `/api/${slug}?${everything}`,
    ),
    '/api/cases?limit=20&depth=1&sort=-updatedAt&where[createdAt][greater_than]=2026-01-01T00:00:00.000Z',
    '/api/cases?limit=20&sort=nachname&where[nachname][like]=ä',
    '/api/allowed-domains?depth=0',
    ...withOwnIds,
    '/api/users/sessions',
    '/api/import/log',
    '/api/notifications',
    '/api/cases/pending-icd?limit=500',
    '/api/coding/queue?limit=500',
    '/api/reports/list',
    '/api/reports/dashboard?jahr=2026',
    '/api/reports/weekly/2026/46',
    '/api/reports/analyses?jahr=2026',
    '/api/icd-catalogue/search?q=c50',
  ]

  const workbooks = [
    '/api/admin/excel-sync',
    '/api/cases/coding-template?all=true',
    '/api/reports/analyses/xlsx?jahr=2026',
  ]

  /** The cells of every workbook that can be had, and of every report. */
  async function workbooksOf(ask: Asking): Promise<Record<string, unknown>> {
    const { body: list } = await ask('/api/reports?limit=100&depth=0')
    const reports = list.docs.map(({ id }: { id: string }) => `/api/reports/download/${id}`)
    const cells: Record<string, unknown> = {}
    for (const path of [...workbooks, ...reports]) cells[path] = await cellsOf((await ask(path)).body)
    return cells
  }

  async function cellsOf(bytes: Buffer): Promise<unknown> {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as never)
    return workbook.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()])
  }

  describe('and was killed on its way', () => {
    let target: Place
    let moved: OtherPortal

    beforeAll(() => {
      target = emptyPlace()
    })

    afterAll(() => moved?.stop())

    const casesThere = () =>
      onMongo(target.uri, (client) => client.db().collection('cases').countDocuments({}))

    test('is not started there before all of it is, and the next run goes on', async () => {
      const stored = await digestsOf(source.uri)
      const all = stored.cases?.length ?? 0
      const begun = await transferInChild({ to: target.uri, killAt: async () => (await casesThere()) > 0 })
      expect(begun.code).toBeNull()
      const carried = await casesThere()
      expect(carried).toBeGreaterThan(0)
      expect(carried).toBeLessThan(all)
      expect(await noteIn(target.uri)).toMatchObject({ work: 'transfer', from: source.uri })
      expect(await failureOf(startPortalOn(target.uri))).toMatch(
        /transfer of .* has not ended, so only a part of it is here.*npm run transfer -- --from file:/,
      )
      const audited = () =>
        onMongo(target.uri, (client) => client.db().collection('audit-logs').countDocuments({}))
      const second = await transferInChild({ to: target.uri, killAt: async () => (await audited()) > 0 })
      expect(second.said).toContain('Goes on where an earlier run was cut off.')
      expect(await casesThere()).toBe(all)

      const third = await transferInChild({ to: target.uri })
      expect(third.said).toContain('Goes on where an earlier run was cut off.')
      expect(third.said).toMatch(/documents carried and the same on both/)
      expect(third.code).toBe(0)
      expect(await noteIn(target.uri)).toBeNull()
      expect(await digestsOf(source.uri)).toEqual(stored)
      expect(existsSync(`${source.dataDir}/portal.db.transfer`)).toBe(false)
    }, 180_000)

    test('starts there, and answers and exports what it did before', async () => {
      moved = await startPortalOn(target.uri)
      const ask = (path: string) => moved.call('GET', path, { token: admin.token })
      const answers = await answersOf(ask)
      for (const [path, answer] of Object.entries(answers)) expect.soft(answer, path).toEqual(before[path])
      const cells = await workbooksOf(ask)
      expect(Object.keys(cells).length).toBeGreaterThan(workbooks.length + 2)
      for (const [path, sheets] of Object.entries(cells)) expect(sheets, path).toEqual(before[path])
    })

    test('makes the same report from the same cases', async () => {
      const body = { jahr: 2026, kw: 46 }
      const { body: made } = await moved.call('POST', '/api/reports/generate', { token: admin.token, body })
      const { body: bytes } = await moved.call('GET', made.downloadUrl, { token: admin.token })
      const { body: list } = await portal.call('GET', '/api/reports/list', { as: admin })
      const { id } = list.docs.find((report: any) => report.jahr === 2026)
      expect(await cellsOf(bytes)).toEqual(before[`/api/reports/download/${id}`])
    })

    test('lets people in with their password and second factor, and clients with their tokens', async () => {
      const { email } = enrolled
      const login = (body: object) => moved.call('POST', '/api/users/login', { body })
      expect((await login({ email, password: testPassword })).body.errors[0].code).toBe('totpRequired')
      const totp = await enrolled.code(30)
      expect((await login({ email, password: testPassword, totp })).status).toBe(200)
      expect((await login({ email, password: testPassword, totp })).status).toBe(401)
      const recovery = { email, password: testPassword, totp: enrolled.recoveryCodes[0] }
      expect((await login(recovery)).status).toBe(200)
      const { refreshToken } = tokens
      expect((await moved.call('POST', '/api/auth/refresh', { body: { refreshToken } })).status).toBe(200)
    })

    test('has an audit log that is whole, and goes on sealing it', async () => {
      const { payload } = moved
      const verified = await verifyAudit({ payload, given: [] })
      expect(verified).toMatchObject({ findings: [], count: 0 })
      expect(verified.head.number).toBeGreaterThan(1_000)
      expect(verified.notedHeads).toBeGreaterThan(0)
      expect(await sealAudit({ payload })).toBeGreaterThan(0)
      expect((await verifyAudit({ payload, given: [] })).findings).toEqual([])
    })

    test('undoes an import there, and its jobs are still due', async () => {
      const { body: log } = await moved.call('GET', '/api/import/log', { token: admin.token })
      const { importId } = log.docs.find((one: any) => one.filename === 'crm-2026-kw06.csv')
      const path = `/api/import/${importId}/undo`
      const { body } = await moved.call('POST', path, { token: admin.token, body: {} })
      expect(body).toMatchObject({ status: 'undone', failed: 0 })
      expect(body.reversed).toBeGreaterThan(0)
      const { docs } = await moved.payload.find({ collection: 'payload-jobs', where: {} })
      expect(docs).toContainEqual(
        expect.objectContaining({ taskSlug: 'expirePreviews', waitUntil: '2099-01-01T00:00:00.000Z' }),
      )
    })

    test('is not carried over itself', async () => {
      const there = await digestsOf(target.uri)
      const again = await transferInChild({ to: target.uri })
      expect(again.code).toBe(1)
      expect(again.said).toMatch(/holds something already, and nothing was changed there/)
      expect(await digestsOf(target.uri)).toEqual(there)
    })
  })

  describe('and was carried otherwise than it was', () => {
    test('is told by the field, kept from starting, and carried anew', async () => {
      const { uri: to } = emptyPlace()
      const isCut = ({ step, collection }: TransferProgress) =>
        step === 'carried' && collection === 'audit-log'
      const cutOff = transfer({
        to,
        say: (progress) => {
          if (isCut(progress)) throw new Error('cut off')
        },
      })
      expect(await failureOf(cutOff)).toBe('cut off')
      await onMongo(to, async (client) => {
        const cases = client.db().collection('cases')
        const one = await cases.findOne({})
        await cases.updateOne({ _id: one?._id as never }, { $set: { nachname: 'Verändert' } })
      })
      expect(await failureOf(transfer({ to }))).toMatch(
        /is not what was there: cases [\w-]{36}: differs in nachname\. No portal starts/,
      )
      expect(await failureOf(startPortalOn(to))).toMatch(/has not ended/)
      const again = await transfer({ to })
      expect(again.did).toEqual(['beginAnew'])
      const counts = Object.fromEntries(again.verified.map(({ name, count }) => [name, count]))
      const stored = await digestsOf(source.uri)
      for (const [slug, table] of [
        ['cases', 'cases'],
        ['audit-log', 'audit_log'],
        ['import-blocks', 'import_blocks'],
        ['users', 'users'],
      ] as const)
        expect(counts[slug]).toBe(stored[table]?.length)
    }, 120_000)
  })

  describe('and has its files in a bucket from then on', () => {
    test('is not started before they are there, and has every report and head there', async () => {
      const { uri: to } = emptyPlace()
      const server = await s3Server(['portal'])
      const s3 = server.place('portal')
      const from = createFiles({ dataDir: source.dataDir })
      const files = { from, to: createFiles({ dataDir: source.dataDir, s3 }) }
      expect(await failureOf(transfer({ to, files }))).toMatch(/The bucket portal at .* cannot be reached/)
      expect(await failureOf(startPortalOn(to))).toMatch(/has not ended/)
      await server.start()
      const { did, verified } = await transfer({ to, files })
      expect(did).toEqual(['continue'])
      const names = readdirSync(join(source.dataDir, 'reports'))
      expect(names).toHaveLength(3)
      expect(verified).toContainEqual(expect.objectContaining({ name: 'files of reports', count: 3 }))
      const objects = await objectsIn(s3)
      for (const name of names)
        expect(objects.get(`reports/${name}`), name).toEqual(
          readFileSync(join(source.dataDir, 'reports', name)),
        )
      const there = await startPortalOn(to)
      there.payload.config.custom = { ...there.payload.config.custom, dataDir: join(folder, 'none'), s3 }
      const cells = await workbooksOf((path) => there.call('GET', path, { token: admin.token }))
      for (const [path, sheets] of Object.entries(cells)) expect(sheets, path).toEqual(before[path])
      const audit = await verifyAudit({ payload: there.payload })
      expect(audit).toMatchObject({ findings: [], unreadableHeads: 0 })
      expect(audit.notedHeads).toBeGreaterThan(0)
      await there.stop()
      await server.remove()
    }, 120_000)
  })

  describe('is refused', () => {
    test('while its portal runs', async () => {
      expect(await failureOf(transfer({ from: here.uri, to: emptyPlace().uri }))).toMatch(
        /is in use. Stop the portal/,
      )
    })

    test('from a file that is none of a portal, and leaves nothing behind', async () => {
      const { uri: to } = emptyPlace()
      const text = join(folder, 'text.db')
      writeFileSync(text, 'no database at all')
      expect(await failureOf(transfer({ from: `file:${text}`, to }))).toMatch(
        /text\.db is no SQLite database/,
      )
      expect(await failureOf(transfer({ from: `file:${folder}/nowhere.db`, to }))).toMatch(
        /nowhere\.db is not there/,
      )
      expect(await failureOf(transfer({ to, known: knownMigrations.slice(0, 2) }))).toMatch(
        /is of a newer portal \(migration .*\)\. Install that version first/,
      )
      expect(existsSync(`${source.dataDir}/portal.db.transfer`)).toBe(false)
      expect(await digestsOf(to)).toEqual({})
    })

    test('where another one is, or a part of another one', async () => {
      const { uri: to } = emptyPlace()
      const other = await open({ uri: to })
      await other.db.create({ collection: 'allowed-domains', data: { domain: 'other.de' } as never })
      await other.destroy()
      const there = await digestsOf(to)
      expect(await failureOf(transfer({ to }))).toMatch(/holds something already/)
      const copy = await openDatabaseCopy(to)
      const from = 'file:/srv/other.db'
      const since = '2026-11-28T09:00:00.000Z'
      await copy.noteUnfinished({ work: 'transfer', from, installation: 'other', state: 'any', since })
      expect(await failureOf(transfer({ to }))).toMatch(
        /holds a part of another installation, of file:\/srv\/other\.db/,
      )
      const settings = { secret: '', dataDir: here.dataDir }
      const backup = { copy, settings, file: join(folder, 'half.zip'), portal: '0.0.0', now: new Date() }
      expect(await failureOf(writeBackup({ ...backup, say: () => undefined }))).toMatch(
        /transfer of file:\/srv\/other\.db .* has not ended/,
      )
      await copy.noteUnfinished(null)
      await copy.close()
      expect(await digestsOf(to)).toEqual(there)
    })
  })
})
