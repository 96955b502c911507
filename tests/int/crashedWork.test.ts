import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mailAdapter } from '../../src/email/mailAdapter'
import { jobSilentMs } from '../../src/lib/signsOfLife'
import type { Mail } from '../../src/payload-types'
import { queueEmail } from '../../src/services/mails/queueEmail'
import { generateDueReport } from '../../src/services/reports/schedule/generateDueReport'
import { settleReportFiles } from '../../src/services/reports/settleReportFiles'
import { takeUpInterrupted } from '../../src/services/takeUpInterrupted'
import { pass, stopClock } from './authenticator'
import { mailsTo } from './mailbox'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal } from './portal'
import { killed, startChild } from './startChild'
import type { Point, Work } from './workAndDie'

const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)
const script = fileURLToPath(new URL('./workAndDie.ts', import.meta.url))
const dataDir = process.env.DATA_DIR ?? ''
const isAlone = !process.env.MONGODB_URI

let portal: Portal
let admin: Login
let staff: Login

const points: Point[] = ['claimed', 'halfWritten', 'written', 'stored']
/** A week each, of which the report is due on Monday. */
const scheduled = points.map((point, index) => ({
  name: `scheduled ${point}`,
  point,
  kw: 10 + index,
  now: `2026-03-${String(9 + 7 * index).padStart(2, '0')}T06:00:00+01:00`,
}))
const byHand = points.map((point, index) => ({ name: `by hand ${point}`, point, jahr: 2025, kw: 10 + index }))
const held = {
  'before@example.org': 'recipient',
  'during@example.org': 'data',
  'after@example.org': 'answer',
} as const
const eml = {
  to: 'folder@example.org',
  subject: 'Betreff',
  text: 'Guten Tag. '.repeat(1_000),
  messageId: '<one-mail@portal.example.org>',
  date: '2026-11-23T08:00:00.000Z',
}
const mailFolder = { mailFrom: 'portal@example.org', dataDir: join(dataDir, 'without-smtp') }

const reports = async () =>
  (await portal.payload.find({ collection: 'reports', pagination: false, sort: 'createdAt', depth: 0 })).docs
const stored = async (jahr: number, kw: number) =>
  (await reports()).filter((report) => report.jahr === jahr && report.kw === kw)
const isStored = (point: Point) => point === 'stored'
const filesIn = (folder: string) => readdirSync(join(dataDir, folder))

/** One process is killed in the middle of everything; then what follows is as after a restart of the portal. */
beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  for (const { user } of [admin, staff]) {
    const data = { username: user.username, createdAt: '2020-01-01T00:00:00Z' }
    await portal.payload.db.updateOne({ collection: 'users', id: user.id, data })
  }
  await server.open()
  // Told of by the process that is killed, to the first of two.
  await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2024, kw: 10 } })
  for (const to of [...Object.keys(held), 'unnoted@example.org', 'sent@example.org'])
    await queueEmail({
      req: { payload: portal.payload },
      to,
      subject: 'Betreff',
      // Of what is not read, more than fits between two processes.
      text: 'Guten Tag. '.repeat(to.startsWith('during') ? 200_000 : 1),
    })
  const child = await startWork()
  await killed(child)
  await restart()
}, 240_000)

afterAll(async () => {
  vi.useRealTimers()
  await server.close()
  await portal.stop()
})

async function startWork(): Promise<ChildProcess> {
  const missing = new Set([...scheduled, ...byHand].map(({ name }) => name))
  for (const name of ['telling', 'unnoted', 'eml', ...Object.keys(held)]) missing.add(name)
  for (const [to, where] of Object.entries(held)) server.holds.set(to, where)
  const unnoted = await portal.payload.db.findOne<Mail>({
    collection: 'mails',
    where: { to: { equals: 'unnoted@example.org' } },
  })
  const unnotedMail = String(unnoted?.id)
  const work: Work = { admin: admin.user.id, scheduled, byHand, unnotedMail, eml, mailFolder }
  const child = await startChild({ script, args: [JSON.stringify(work)] })
  await new Promise<void>((resolve) => {
    const reached = (name: unknown) => {
      missing.delete(String(name))
      if (missing.size === 0) resolve()
    }
    server.onHeld = reached
    child.on('message', reached)
  })
  // Those that nothing keeps are sent and forgotten by then.
  const kept = [...Object.keys(held), 'unnoted@example.org'].sort()
  await vi.waitFor(async () => {
    const { docs } = await portal.payload.find({ collection: 'mails' })
    expect(docs.map(({ to }) => to).sort()).toEqual(kept)
  }, 20_000)
  return child
}

/** What a started server does. Where others may be at work, they are given the time to say so. */
async function restart(): Promise<void> {
  server.holds.clear()
  const { payload } = portal
  if (!isAlone) {
    stopClock()
    pass(jobSilentMs / 1_000)
    const hourLater = new Date(Date.now() + 60 * 60_000)
    await settleReportFiles(payload, { now: hourLater, quietMs: 60 * 60_000 })
  }
  await takeUpInterrupted(payload, { isAlone })
}

async function ensureWhole(id: string): Promise<void> {
  const { body, status } = await portal.call('GET', `/api/reports/download/${id}`, { as: staff })
  expect(status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(body)
  expect(workbook.worksheets).toHaveLength(5)
}

test('a report of the schedule is there once, whole, wherever its process was killed', async () => {
  for (const { point, kw, now } of scheduled) {
    expect(await stored(2026, kw), point).toHaveLength(isStored(point) ? 1 : 0)
    const due = new Date(Date.parse(now) + 60_000)
    const made = await generateDueReport({ payload: portal.payload, now: due })
    expect(made === null, point).toBe(isStored(point))
    expect(await generateDueReport({ payload: portal.payload, now: due }), point).toBeNull()
    const all = await stored(2026, kw)
    expect(all, point).toMatchObject([{ version: 1, isCurrent: true }])
    await ensureWhole(String(all[0]?.id))
  }
})

test('a report by hand is there whole or not at all, and can be generated again', async () => {
  for (const { point, jahr, kw } of byHand) {
    const left = await stored(jahr, kw)
    expect(left, point).toHaveLength(isStored(point) ? 1 : 0)
    for (const { id } of left) await ensureWhole(String(id))
    const again = await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr, kw } })
    expect(again.status).toBe(201)
    const all = await stored(jahr, kw)
    expect(all.filter(({ isCurrent }) => isCurrent)).toMatchObject([
      { id: again.body.id, version: left.length + 1 },
    ])
    await ensureWhole(again.body.id)
  }
})

test('no file is left over, and none is half written', async () => {
  const named = (await reports()).map(({ filename }) => filename)
  expect(filesIn('reports').sort()).toEqual(named.sort())
})

test('every report has one audit entry and is told of once, to each and by one mail', async () => {
  await portal.runJobs()
  const ids = (await reports()).map(({ id }) => String(id)).sort()
  const { docs: entries } = await portal.payload.find({
    collection: 'audit-log',
    where: { action: { equals: 'report' } },
    pagination: false,
  })
  expect(entries.map(({ entityId }) => entityId).sort()).toEqual(ids)
  const { docs: told } = await portal.payload.find({
    collection: 'notifications',
    pagination: false,
    depth: 0,
  })
  for (const { user } of [admin, staff]) {
    const his = told.filter(({ recipient }) => recipient === user.id)
    expect(his.map(({ relatedId }) => relatedId).sort()).toEqual(ids)
    const mails = mailsTo(server, user.email)
    expect(mails).toHaveLength(ids.length)
    expect(new Set(mails.map(messageIdOf)).size).toBe(ids.length)
  }
})

test('every mail comes; twice, and the same to the letter, only one that the server had and the portal had not noted', async () => {
  await portal.runJobs()
  const times = { before: 1, during: 1, sent: 1, after: 2, unnoted: 2 }
  for (const [name, count] of Object.entries(times)) {
    const mails = mailsTo(server, `${name}@example.org`)
    expect(mails.length, name).toBe(count)
    expect(
      new Set(mails.map(({ headers }) => headers.filter((line) => !/boundary=/.test(line)).join('\n'))).size,
      name,
    ).toBe(1)
  }
  expect((await portal.payload.find({ collection: 'mails' })).docs).toEqual([])
})

test('without a server a mail is no file until it is whole, and one file when it is sent again', async () => {
  const names = () => readdirSync(join(mailFolder.dataDir, 'mail'))
  expect(names().filter((name) => name.endsWith('.eml'))).toEqual([])
  const send = (await mailAdapter({ ...mailFolder, smtp: null } as never))({ payload: portal.payload })
  for (const _ of [1, 2]) await send.sendEmail(eml)
  expect(names()).toEqual(['2026-11-23T08-00-00-000Z-one-mail.eml'])
  expect(readFileSync(join(mailFolder.dataDir, 'mail', String(names()[0])), 'utf8')).toContain(
    eml.text.slice(0, 60),
  )
})

const messageIdOf = ({ headers }: { headers: string[] }) => headers.find((line) => /^Message-ID:/i.test(line))
