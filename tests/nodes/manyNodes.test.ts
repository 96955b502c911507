import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNginx } from '../e2e/nginx'
import { exportOfMany } from '../factories/manyPeople'
import { type Installation, startInstallation, type WebNode } from './installation'

/**
 * Two web nodes behind nginx, which sends each request to the next, and two workers, on one MongoDB and one bucket:
 * `npm run test:nodes` with `MONGODB_URI`. The tests go on from each other; the last ones kill nodes.
 */
const mongo = process.env.MONGODB_URI

let all: Installation
let one: WebNode
let other: WebNode
let admin: string
let staff: string

type Body = Record<string, any>
type Call = { as?: string; body?: unknown; form?: FormData }
type Answer = { status: number; body: Body }

async function call(node: WebNode, what: string, { as, body, form }: Call = {}): Promise<Answer> {
  const [method = '', path = ''] = what.split(' ')
  const answer = await fetch(`${node.address}${path}`, {
    method,
    headers: {
      ...(as ? { authorization: `JWT ${as}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
  })
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, body: isJson ? await answer.json() : {} }
}

const loginOf = (role: string) => {
  const found = all.logins.find((login) => login.role === role)
  if (!found) throw new Error(`The demo has no ${role}.`)
  return found
}

async function signIn(node: WebNode, role: string): Promise<string> {
  const { email, password } = loginOf(role)
  return (await call(node, 'POST /api/users/login', { body: { email, password } })).body.token
}

async function preview(node: WebNode, file: File): Promise<string> {
  const form = new FormData()
  form.set('file', file)
  const { status, body } = await call(node, 'POST /api/import/csv', { as: admin, form })
  expect(status, JSON.stringify(body).slice(0, 500)).toBe(201)
  return body.importId
}

const confirm = (node: WebNode, importId: string) =>
  call(node, 'POST /api/import/csv/confirm', { as: admin, body: { importId } })
const importOf = async (node: WebNode, importId: string) =>
  (await call(node, `GET /api/import/${importId}`, { as: admin })).body
const casesOf = (nachname: string) => all.database.collection('cases').countDocuments({ nachname })
const createdOf = async (nachname: string) => {
  const cases = await all.database
    .collection('cases')
    .find({ nachname }, { projection: { _id: 1 } })
    .toArray()
  const ids = cases.map(({ _id }) => _id) as unknown as string[]
  return all.database.collection('audit-logs').countDocuments({ action: 'create', entityId: { $in: ids } })
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until it is so; for a minute and a half, which is longer than anyone counts as being at work. */
async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  everyMs = 200,
): Promise<T> {
  for (const end = Date.now() + 150_000; Date.now() < end; ) {
    const found = await ask()
    if (found) return found
    await wait(everyMs)
  }
  throw new Error(`It did not come to it: ${what}.`)
}

const untilStatus = (node: WebNode, importId: string, status: string) =>
  until(`import ${status}`, async () => {
    const found = await importOf(node, importId)
    return found.status === status && found
  })

describe.skipIf(!mongo || !hasNginx).sequential('two web nodes and two workers', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    all = await startInstallation(mongo ?? '')
    const [first, second] = all.web
    if (!first || !second) throw new Error('There are no two web nodes.')
    one = first
    other = second
    admin = await signIn(one, 'admin')
    staff = await signIn(other, 'dak_mitarbeiter')
  }, 600_000)

  afterAll(async () => {
    await all?.stop()
  }, 120_000)

  test('nginx sends requests to both, and a session of one holds at the other until it is ended', async () => {
    const headers = { authorization: `JWT ${staff}` }
    for (let round = 0; round < 6; round += 1)
      expect((await all.nginx.ask('/api/cases?limit=1', { headers })).status).toBe(200)
    const ended = await signIn(one, 'dak_mitarbeiter')
    expect((await call(other, 'GET /api/users/me', { as: ended })).body.user.role).toBe('dak_mitarbeiter')
    expect((await call(other, 'POST /api/users/logout', { as: ended })).status).toBe(200)
    for (const node of all.web) expect((await call(node, 'GET /api/cases', { as: ended })).status).toBe(401)
  })

  test('what one previews the other applies, once', async () => {
    const importId = await preview(one, exportOfMany({ nachname: 'Adler', count: 200 }))
    const both = await Promise.all([confirm(other, importId), confirm(one, importId)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 200)?.body).toMatchObject({ created: 200 })
    expect((await confirm(one, importId)).body.errors[0]).toMatchObject({ code: 'importAlreadyApplied' })
    expect([await casesOf('Adler'), await createdOf('Adler')]).toEqual([200, 200])
  })

  test('the same people in two files, applied by both nodes at once, are there once', async () => {
    // With other Fall-IDs, so that those do not stand in for what is tested.
    const files = ['Onkologie', 'Kardiologie'].map((fach, index) =>
      exportOfMany({ nachname: 'Brandt', count: 300, from: 100 * index, fach }),
    )
    const ids = await Promise.all(files.map((file, index) => preview(all.web[index] ?? one, file)))
    const results = await Promise.all(ids.map((importId, index) => confirm(all.web[index] ?? one, importId)))
    expect(results.map(({ status }) => status)).toEqual([200, 200])
    expect(results.map(({ body }) => [body.created, body.skipped]).toSorted()).toEqual([
      [100, 200],
      [300, 0],
    ])
    expect(await casesOf('Brandt')).toBe(400)
    const fallIds = await all.database.collection('cases').distinct('fallId')
    expect(await all.database.collection('cases').countDocuments()).toBe(fallIds.length)
  })

  test('a case that both nodes save at once is saved by one, and the other is told so', async () => {
    const { docs } = (await call(one, 'GET /api/cases/pending-icd?limit=20', { as: staff })).body
    expect(docs).toHaveLength(20)
    for (const { id, updatedAt } of docs) {
      const saves = await Promise.all(
        ['C50.1', 'C61'].map((icd, index) =>
          call(all.web[index] ?? one, `PUT /api/cases/${id}/icd`, { as: staff, body: { icd, updatedAt } }),
        ),
      )
      expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 409])
      const saved = saves.find(({ status }) => status === 200)?.body
      expect(saves.find(({ status }) => status === 409)?.body.errors[0]).toMatchObject({ code: 'conflict' })
      const stored = await all.database.collection('cases').findOne({ _id: id })
      expect(stored?.icd).toBe(saved?.icd)
      const entries = await all.database
        .collection('audit-logs')
        .countDocuments({ entityId: id, 'changes.field': 'icd', action: 'update' })
      expect(entries).toBe(1)
    }
  })

  test('a large import is applied by a worker, and both nodes tell how far it is', async () => {
    const importId = await preview(one, exportOfMany({ nachname: 'Cramer', count: 4_000 }))
    expect(await confirm(other, importId)).toMatchObject({ status: 202, body: { status: 'applying' } })
    const told: number[][] = [[], []]
    await until('applied', async () => {
      const states = await Promise.all(all.web.map((node) => importOf(node, importId)))
      for (const [index, { progress }] of states.entries())
        if (progress.phase) told[index]?.push(progress.done)
      return states.every(({ status }) => status === 'applied')
    })
    for (const seen of told) {
      expect(seen.length).toBeGreaterThan(1)
      expect(seen).toEqual(seen.toSorted((left, right) => left - right))
    }
    expect([await casesOf('Cramer'), await createdOf('Cramer')]).toEqual([4_000, 4_000])
  })

  test('whom it concerns is told once, and counts the same at both nodes', async () => {
    const told = await until('everyone told', async () => {
      const { docs } = (await call(one, 'GET /api/notifications?limit=100', { as: staff })).body
      const uploads = docs.filter(({ type }: Body) => type === 'new_cases_uploaded')
      return uploads.length >= 4 && uploads
    })
    const ids = told.map(({ id }: Body) => id)
    const stored = await all.database
      .collection('notifications')
      .find({ _id: { $in: ids } })
      .toArray()
    const counts = stored.map(({ figures }) => figures.anzahl as number)
    expect(counts.toSorted((left, right) => left - right)).toEqual([100, 200, 300, 4_000])
    const unread = async () =>
      Promise.all(
        all.web.map(async (node) => (await call(node, 'GET /api/notifications', { as: staff })).body.unread),
      )
    const [before] = await unread()
    expect(await unread()).toEqual([before, before])
    await call(one, `PUT /api/notifications/${told[0].id}/read`, { as: staff })
    expect(await unread()).toEqual([before - 1, before - 1])
    await call(other, 'PUT /api/notifications/read-all', { as: staff })
    expect(await unread()).toEqual([0, 0])
  })

  test('five failures, wherever, lock an account everywhere, and the log says so once', async () => {
    const { email, password } = loginOf('dak_mitarbeiter')
    const tries = await Promise.all(
      [0, 1, 0, 1, 0].map((index) =>
        call(all.web[index] ?? one, 'POST /api/users/login', { body: { email, password: 'falsch-falsch' } }),
      ),
    )
    expect(tries.map(({ status }) => status).filter((status) => status !== 401 && status !== 423)).toEqual([])
    for (const node of all.web) {
      const { body } = await call(node, 'POST /api/users/login', { body: { email, password } })
      expect(body.errors, JSON.stringify(tries)).toMatchObject([{ code: 'locked' }])
    }
    expect(await all.database.collection('audit-logs').countDocuments({ action: 'lock' })).toBe(1)
    const { docs } = (await call(one, `GET /api/users?where[email][equals]=${email}`, { as: admin })).body
    expect((await call(other, 'POST /api/users/unlock', { as: admin, body: { email } })).status).toBe(200)
    expect(docs).toHaveLength(1)
    staff = await signIn(one, 'dak_mitarbeiter')
  })

  test('tries are counted together: of twelve resets for one account, ten are let through', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 12; index += 1) {
      const body = { email: 'nobody@example.org' }
      statuses.push(
        (await call(all.web[index % 2] ?? one, 'POST /api/users/forgot-password', { body })).status,
      )
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
  })

  test('a web node and the worker at an import are killed: nothing is half there, and all of it when confirmed anew', async () => {
    const [first, second] = all.workers
    if (!first || !second) throw new Error('There are no two workers.')
    const large = await preview(one, exportOfMany({ nachname: 'Dietz', count: 6_000 }))
    const small = await preview(one, exportOfMany({ nachname: 'Ehlers', count: 2_000 }))
    second.pause()
    expect((await confirm(one, large)).status).toBe(202)
    await until('the worker stores', async () => (await importOf(other, large)).progress.phase === 'storing')
    await first.kill()
    const cutOff = confirm(one, small).catch(() => null)
    await until('the web node is at it', async () => (await importOf(other, small)).progress.phase, 20)
    await one.kill()
    expect(await cutOff).toBeNull()
    expect([await casesOf('Dietz'), await casesOf('Ehlers')]).toEqual([0, 0])
    second.goOn()
    const headers = { authorization: `JWT ${admin}` }
    for (let round = 0; round < 4; round += 1)
      expect((await all.nginx.ask('/api/cases?limit=1', { headers })).status).toBe(200)
    for (const importId of [large, small])
      expect(await untilStatus(other, importId, 'previewed')).toMatchObject({
        failure: { code: 'importInterrupted' },
      })
    expect((await confirm(other, small)).body).toMatchObject({ created: 2_000 })
    expect((await confirm(other, large)).status).toBe(202)
    await untilStatus(other, large, 'applied')
    expect([await casesOf('Dietz'), await createdOf('Dietz')]).toEqual([6_000, 6_000])
    expect([await casesOf('Ehlers'), await createdOf('Ehlers')]).toEqual([2_000, 2_000])
  })

  test('the worker at the weekly report is killed: another generates it, once, and tells it once', async () => {
    const reports = all.database.collection('reports')
    const runs = all.database.collection('report-runs')
    const before = await reports.countDocuments()
    expect(await runs.countDocuments()).toBe(0)
    // As if the accounts were older than what is due.
    const createdAt = new Date(Date.now() - 30 * 86_400_000)
    await all.database.collection('users').updateMany({}, { $set: { createdAt } })
    await until('the run is claimed', () => runs.findOne({}), 2)
    await all.workers[1]?.kill()
    expect(await runs.findOne({}), 'the run of a worker that was killed').not.toHaveProperty('finishedAt')
    expect(await reports.countDocuments()).toBe(before)
    await Promise.all([all.startWorker(), all.startWorker()])
    const run = await until('the report is there', () => runs.findOne({ finishedAt: { $exists: true } }))
    const made = await reports.find({ run: String(run._id) }).toArray()
    expect(made).toMatchObject([{ jahr: run.jahr, kw: run.kw, isCurrent: true, version: 2 }])
    expect(await reports.countDocuments()).toBe(before + 1)
    const download = `/api/reports/download/${made[0]?._id}`
    expect((await call(other, `GET ${download}`, { as: staff })).status).toBe(200)
    const related = { type: 'report_ready', relatedId: String(made[0]?._id) }
    const told = () => all.database.collection('notifications').countDocuments(related)
    await until('everyone told', async () => (await told()) >= 2)
    // Long enough for a second run, had there been one.
    await wait(65_000)
    expect([await told(), await runs.countDocuments(), await reports.countDocuments()]).toEqual([
      2,
      1,
      before + 1,
    ])
  })

  test('after all that the audit log is whole, every job is done, and nodes end when they are told to', async () => {
    const verified = all.run('scripts/verifyAudit.ts', ['--seal'])
    expect(verified.code, verified.output).toBe(0)
    const jobs = await all.database
      .collection('payload-jobs')
      .find({ completedAt: { $exists: false } })
      .toArray()
    expect(jobs.filter(({ meta }) => !meta?.scheduled)).toEqual([])
    const scheduled = jobs.map(({ taskSlug }) => taskSlug)
    expect(scheduled.length, 'each run of a schedule waits once').toBe(new Set(scheduled).size)
    // As Next ends on SIGTERM.
    expect(await other.stop()).toBe(143)
  })
})
