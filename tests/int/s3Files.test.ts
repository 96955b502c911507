import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { filesOf } from '../../src/files/filesOf'
import type { S3Place } from '../../src/lib/s3Settings'
import { migrations } from '../../src/migrations'
import type { Report } from '../../src/payload-types'
import { sealAudit } from '../../src/services/audit/sealAudit'
import { verifyAudit } from '../../src/services/audit/verifyAudit'
import { restoreBackup } from '../../src/services/backup/restoreBackup'
import { type BackupRequest, writeBackup } from '../../src/services/backup/writeBackup'
import { generateDueReport } from '../../src/services/reports/schedule/generateDueReport'
import { settleReportFiles } from '../../src/services/reports/settleReportFiles'
import { takeUpInterrupted } from '../../src/services/takeUpInterrupted'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import { storeOf } from '../../src/store/storeOf'
import { objectsIn } from './objectsIn'
import { emptyPlace, removePlaces } from './places'
import { type Answer, type Login, type Portal, startPortal } from './portal'
import { startPortalOn } from './portalOn'
import type { BegunReport } from './reportAndDie'
import { killed, startChild } from './startChild'

/** The portal with its files in a bucket of a real S3 server, which is set before the portal reads its settings. */
const server = await vi.hoisted(async () => {
  const { s3Server, s3Variables } = await import('./s3Server')
  const taken = await s3Server(['portal', 'empty', 'other'])
  Object.assign(process.env, s3Variables(taken.place('portal')))
  return taken
})

const samples = new URL('../fixtures/samples/', import.meta.url)
const dataDir = process.env.DATA_DIR ?? ''
const uri = process.env.DATABASE_URI ?? ''
const secret = process.env.PAYLOAD_SECRET ?? ''
const bucket = server.place('portal')

let portal: Portal
let admin: Login
let staff: Login
let folder: string

beforeAll(async () => {
  await server.start()
  folder = mkdtempSync(join(tmpdir(), 'portal-s3-backups-'))
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  const form = new FormData()
  form.set('file', new File([readFileSync(new URL('crm-2026-kw06.csv', samples))], 'kw06.csv'))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: body.importId } })
})

afterAll(async () => {
  await portal.stop()
  await server.remove()
  await removePlaces()
  rmSync(folder, { recursive: true })
})

const generate = (kw: number): Promise<Answer> =>
  portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw } })
const download = (id: string, as?: Login) => portal.call('GET', `/api/reports/download/${id}`, { as })
const storedReport = (id: string) =>
  portal.payload.db.findOne<Report>({ collection: 'reports', where: { id: { equals: id } } })
const fileOf = async (id: string) => (await storedReport(id))?.filename ?? ''
const keysOfReports = async () =>
  [...(await objectsIn(bucket)).keys()].filter((key) => key.startsWith('reports')).sort()
const downloadsOf = async (entityId: string) =>
  (
    await portal.payload.count({
      collection: 'audit-log',
      where: { and: [{ entityId: { equals: entityId } }, { action: { equals: 'download' } }] },
    })
  ).totalDocs
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )

describe('a report', () => {
  test('is in the bucket and nowhere else, and is downloaded as it is there, by whoever may', async () => {
    const { status, body } = await generate(6)
    expect(status).toBe(201)
    const filename = await fileOf(body.id)
    const object = (await objectsIn(bucket)).get(`reports/${filename}`)
    expect(object?.length).toBe((await storedReport(body.id))?.filesize)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(object as never)
    expect(workbook.worksheets).toHaveLength(5)
    expect(existsSync(join(dataDir, 'reports'))).toBe(false)
    const { body: list } = await portal.call('GET', '/api/reports/list', { as: staff })
    const paths = [list.docs[0].downloadUrl, `/api/reports/file/${filename}`]
    for (const path of paths) {
      for (const as of [admin, staff]) {
        const answer = await portal.call('GET', path, { as })
        expect(answer.status).toBe(200)
        expect(answer.body).toEqual(object)
        expect(answer.headers.get('content-disposition')).toMatch(
          /^attachment; filename="Berichtswesen_2026_KW06/,
        )
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
      const stranger = await portal.call('GET', path)
      expect(stranger.status).toBe(401)
      expect(stranger.body.errors[0].code).toBe('unauthenticated')
    }
    expect(await downloadsOf(body.id)).toBe(4)
    expect((await keysOfReports()).filter((key) => key.startsWith('reports.begun'))).toEqual([])
  })

  test('is known by no address of the bucket', async () => {
    const { body } = await generate(6)
    const { body: report } = await portal.call('GET', `/api/reports/${body.id}`, { as: staff })
    expect(JSON.stringify(report)).not.toContain('127.0.0.1')
    expect(report.url).toContain('/api/reports/file/')
  })

  test('keeps the file of the version before', async () => {
    const first = (await generate(7)).body.id
    const before = (await download(first, staff)).body
    const second = (await generate(7)).body.id
    expect((await download(first, staff)).body).toEqual(before)
    expect((await download(second, staff)).status).toBe(200)
    const keys = await keysOfReports()
    for (const id of [first, second]) expect(keys).toContain(`reports/${await fileOf(id)}`)
  })

  test('takes its file with it when it is deleted, and no other', async () => {
    const kept = (await generate(8)).body.id
    const { id } = (await generate(8)).body
    const filename = await fileOf(id)
    const before = await keysOfReports()
    expect((await portal.call('DELETE', `/api/reports/${id}`, { as: staff })).status).toBe(403)
    const gone = await portal.call('DELETE', `/api/reports/${id}?select[id]=true`, { as: admin })
    expect(gone.status).toBe(200)
    await portal.runJobs()
    expect(await keysOfReports()).toEqual(before.filter((key) => key !== `reports/${filename}`))
    expect((await download(id, staff)).status).toBe(404)
    expect((await download(kept, staff)).status).toBe(200)
  })

  test('whose deletion was taken back keeps its file', async () => {
    const { id } = (await generate(9)).body
    const filename = await fileOf(id)
    const files = filesOf(portal.payload).reports
    await files.doubt(filename)
    await settleReportFiles(portal.payload, { quietMs: 0 })
    expect(await files.begun()).toEqual([])
    expect((await download(id, staff)).status).toBe(200)
  })

  test('whose object is missing answers 404 with a code', async () => {
    const { id } = (await generate(9)).body
    await filesOf(portal.payload).reports.remove(await fileOf(id))
    for (const path of [`/api/reports/download/${id}`, `/api/reports/file/${await fileOf(id)}`]) {
      const { status, body } = await portal.call('GET', path, { as: staff })
      expect(status).toBe(404)
      expect(body.errors[0].code).toBe('fileGone')
    }
  })
})

describe('a process that is killed', () => {
  test('before a report is stored leaves nothing, and after that a report with its file', async () => {
    const begun: BegunReport[] = [
      { kw: 20, point: 'written' },
      { kw: 21, point: 'stored' },
    ]
    const before = await keysOfReports()
    const script = fileURLToPath(new URL('./reportAndDie.ts', import.meta.url))
    const child = await startChild({ script, args: [JSON.stringify({ admin: admin.user.id, begun })] })
    const missing = new Set(begun.map(({ kw }) => kw))
    await new Promise<void>((resolve) => {
      child.on('message', (kw) => {
        missing.delete(Number(kw))
        if (missing.size === 0) resolve()
      })
    })
    await killed(child)
    const left = (await keysOfReports()).filter((key) => !before.includes(key))
    expect(left.map((key) => key.replace(/_v1.*$/, ''))).toEqual([
      'reports.begun/Berichtswesen_2026_KW20',
      'reports.begun/Berichtswesen_2026_KW21',
      'reports/Berichtswesen_2026_KW20',
      'reports/Berichtswesen_2026_KW21',
    ])
    // Where others may be at work, they are given the time to say so.
    await takeUpInterrupted(portal.payload, { isAlone: false })
    expect((await keysOfReports()).filter((key) => key.includes('KW20'))).toHaveLength(2)
    const later = new Date(Date.now() + 61 * 60_000)
    await settleReportFiles(portal.payload, { now: later, quietMs: 60 * 60_000 })
    const { docs } = await portal.payload.find({ collection: 'reports', where: { kw: { in: [20, 21] } } })
    expect(docs.map(({ kw }) => kw)).toEqual([21])
    const settled = (await keysOfReports()).filter((key) => !before.includes(key))
    expect(settled).toEqual([`reports/${docs[0]?.filename}`])
    expect((await download(String(docs[0]?.id), staff)).status).toBe(200)
  }, 120_000)
})

describe('several portals on one bucket', () => {
  test('download what another one generated', async () => {
    const other = await startPortalOn(uri)
    const path = (await generate(30)).body.downloadUrl
    const there = await other.call('GET', path, { token: staff.token })
    expect(there.status).toBe(200)
    expect(there.body).toEqual((await portal.call('GET', path, { as: staff })).body)
    const made = await other.call('POST', '/api/reports/generate', {
      token: admin.token,
      body: { jahr: 2026, kw: 30 },
    })
    expect(made.status).toBe(201)
    expect((await download(made.body.id, staff)).status).toBe(200)
    await other.stop()
  })

  test('destroy nothing of each other when one is on another database by mistake', async () => {
    const stranger = await startPortalOn(emptyPlace().uri)
    const before = await objectsIn(bucket)
    await takeUpInterrupted(stranger.payload, { isAlone: true })
    expect(await objectsIn(bucket)).toEqual(before)
    await stranger.stop()
  })
})

describe('a bucket that cannot be reached', () => {
  test('refuses reports, downloads and deletions with a cause, and keeps nothing else from working', async () => {
    const { id } = (await generate(31)).body
    const filename = await fileOf(id)
    // With a filter, for without one Payload takes MongoDB's estimate.
    const where = { id: { exists: true } }
    const count = async () => (await portal.payload.count({ collection: 'reports', where })).totalDocs
    const reports = await count()
    await server.stop()
    const refused = [
      await generate(31),
      await download(id, staff),
      await portal.call('GET', `/api/reports/file/${filename}`, { as: staff }),
      await portal.call('DELETE', `/api/reports/${id}`, { as: admin }),
    ]
    for (const { status, body } of refused) {
      expect(status).toBe(503)
      expect(body.errors).toEqual([expect.objectContaining({ code: 'filesAway' })])
      expect(body.errors[0].message).toContain('Dateispeicher')
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONN|S3/)
    }
    expect(await count()).toBe(reports)
    const due = generateDueReport({ payload: portal.payload, now: new Date(Date.now() + 15 * 86_400_000) })
    expect(await messageOf(due)).toMatch(/^The bucket portal at http.* cannot be reached .*ECONNREFUSED\.$/)
    const ready = await portal.call('GET', '/api/ready')
    expect(ready.status).toBe(503)
    expect(ready.body.checks).toMatchObject({ database: 'ok', disk: 'ok', files: 'failed' })
    expect((await portal.call('GET', '/api/health')).status).toBe(200)
    expect((await portal.call('GET', '/api/reports/dashboard?jahr=2026', { as: staff })).status).toBe(200)
    await takeUpInterrupted(portal.payload, { isAlone: false })
    await server.start()
    expect((await portal.call('GET', '/api/ready')).body.checks).toMatchObject({ files: 'ok' })
    expect((await download(id, staff)).status).toBe(200)
    expect((await generate(31)).status).toBe(201)
    // The run that failed is free again when its process would have been silent for long enough.
    const again = new Date(Date.now() + 15 * 86_400_000 + 60_000)
    expect((await generateDueReport({ payload: portal.payload, now: again }))?.isCurrent).toBe(true)
    await settleReportFiles(portal.payload, { quietMs: 0 })
    expect((await keysOfReports()).filter((key) => key.startsWith('reports.begun'))).toEqual([])
  })

  test('is told by readiness, as are wrong keys', async () => {
    const other = await startPortalOn(uri)
    other.payload.config.custom = {
      ...other.payload.config.custom,
      s3: { ...bucket, secretAccessKey: 'guessed' },
    }
    const ready = await other.call('GET', '/api/ready')
    expect(ready.status).toBe(503)
    expect(ready.body).toMatchObject({ status: 'unavailable', checks: { files: 'failed' } })
    expect(JSON.stringify(ready.body)).not.toContain('guessed')
    expect(await messageOf(filesOf(other.payload).reports.check())).toMatch(
      /refuses the keys \(check S3_SECRET_ACCESS_KEY, and S3_ACCESS_KEY_ID\): SignatureDoesNotMatch\.$/,
    )
    await other.stop()
  })
})

describe('the heads of the audit log', () => {
  test('are objects that are never written again, and tell of a log that was cut off with its head', async () => {
    const { payload } = portal
    await sealAudit({ payload })
    const [head] = [await storeOf(payload).auditHead()]
    const before = await objectsIn(bucket)
    await generate(6)
    await sealAudit({ payload })
    const after = await objectsIn(bucket)
    const heads = [...after.keys()].filter((key) => key.startsWith('audit/heads.log/'))
    expect(heads.length).toBeGreaterThan(1)
    for (const [key, bytes] of before) expect(after.get(key), key).toEqual(bytes)
    expect(await verifyAudit({ payload })).toMatchObject({
      findings: [],
      notedHeads: heads.length,
      unreadableHeads: 0,
    })
    expect(existsSync(join(dataDir, 'audit', 'heads.log'))).toBe(false)
    if (!head) throw new Error('There is no head.')
    const { number, hash, mark } = head
    await payload.db.deleteMany({ collection: 'audit-log', where: { seal: { greater_than: number } } })
    await payload.db.deleteMany({ collection: 'audit-seals', where: { first: { greater_than: number } } })
    const where = { name: { equals: 'head' } }
    await payload.db.updateOne({ collection: 'audit-heads', where, data: { number, hash, mark } })
    expect((await verifyAudit({ payload })).findings).toMatchObject([{ kind: 'cutOff', number: number + 1 }])
  })

  test('that could not be noted are when the bucket is back', async () => {
    const { payload } = portal
    await filesOf(payload).audit.empty()
    await generate(6)
    const noted = async () => (await verifyAudit({ payload })).notedHeads
    const { audit } = filesOf(payload)
    await portal.runJobs()
    expect(await noted()).toBe(0)
    await generate(6)
    await server.stop()
    await payload.count({ collection: 'reports' })
    expect(await messageOf(sealAudit({ payload }))).toContain('cannot be reached')
    await server.start()
    expect(await sealAudit({ payload })).toBe(0)
    expect(await noted()).toBe(1)
    expect((await audit.read('heads.log'))?.toString()).toContain(
      ` ${(await storeOf(payload).auditHead())?.number} `,
    )
  })
})

describe('backups', () => {
  const using = async <T>(
    { at, s3, file }: { at: { uri: string; dataDir: string }; s3: S3Place | null; file: string },
    work: (request: BackupRequest) => Promise<T>,
  ) => {
    const copy = await openDatabaseCopy(at.uri)
    const settings = { secret, dataDir: at.dataDir, s3 }
    const request = { copy, settings, file: join(folder, file), portal: '0.0.0', now: new Date() }
    return work({ ...request, say: () => undefined }).finally(() => copy.close())
  }
  const restoring = (request: BackupRequest) =>
    restoreBackup({
      ...request,
      isReplacing: false,
      isOtherSecretFine: false,
      knownMigrations: migrations.map(({ name }) => name),
    })
  /** As the disk has them, whatever holds them. */
  const files = async (at: { dataDir: string }, s3: S3Place | null) => {
    const { createFiles } = await import('../../src/files/createFiles')
    const { reports, audit } = createFiles({ dataDir: at.dataDir, s3 })
    const all: Record<string, unknown> = { heads: (await audit.read('heads.log'))?.toString() }
    for (const { name, isBegun } of await reports.list()) all[name] = [isBegun, await reports.read(name)]
    return all
  }

  test('go from one bucket to another, to the disk, and back, and every file is what it was', async () => {
    await sealAudit({ payload: portal.payload })
    await filesOf(portal.payload).reports.begin('Berichtswesen_2026_KW99_v1_begun.xlsx', Buffer.from('begun'))
    const here = { uri, dataDir }
    const before = await files(here, bucket)
    expect(Object.keys(before).length).toBeGreaterThan(5)
    expect(before.heads).toMatch(/^20.*\n$/)
    const manifest = await using({ at: here, s3: bucket, file: 'from-bucket.zip' }, writeBackup)
    expect(manifest.parts.map(({ name }) => name)).toContain('files/audit/heads.log')
    const inBucket = emptyPlace()
    const second = server.place('empty')
    await using({ at: inBucket, s3: second, file: 'from-bucket.zip' }, restoring)
    expect(await files(inBucket, second)).toEqual(before)
    expect([...(await objectsIn(second)).keys()].sort()).toEqual([...(await objectsIn(bucket)).keys()].sort())
    const onDisk = emptyPlace()
    await using({ at: onDisk, s3: null, file: 'from-bucket.zip' }, restoring)
    expect(await files(onDisk, null)).toEqual(before)
    await using({ at: onDisk, s3: null, file: 'from-disk.zip' }, writeBackup)
    const third = { ...server.place('other'), prefix: 'below/' }
    const again = emptyPlace()
    await using({ at: again, s3: third, file: 'from-disk.zip' }, restoring)
    expect(await files(again, third)).toEqual(before)
    const refused = using({ at: emptyPlace(), s3: third, file: 'from-disk.zip' }, restoring)
    expect(await messageOf(refused)).toContain('There is a portal here already')
  }, 120_000)

  test('are refused, and nothing is restored by halves, while the bucket is away', async () => {
    const at = emptyPlace()
    const away = { ...bucket, endpoint: 'http://127.0.0.1:9' }
    expect(await messageOf(using({ at: { uri, dataDir }, s3: away, file: 'away.zip' }, writeBackup))).toMatch(
      /cannot be reached/,
    )
    expect(existsSync(join(folder, 'away.zip'))).toBe(false)
    expect(await messageOf(using({ at, s3: away, file: 'from-bucket.zip' }, restoring))).toMatch(
      /cannot be reached/,
    )
    const copy = await openDatabaseCopy(at.uri)
    expect(await copy.isThere()).toBe(false)
    expect(await copy.unfinished()).toBeNull()
    await copy.close()
  })
})
