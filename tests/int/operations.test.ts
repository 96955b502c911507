import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { createLocalReq, getPayload, handleEndpoints, type Payload, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watched } from '../../src/jobs/watched'
import { loggerOptions } from '../../src/lib/logging/loggerOptions'
import { logRequests } from '../../src/lib/logging/logRequests'
import { jobSilentMs } from '../../src/lib/signsOfLife'
import { checkReadiness } from '../../src/services/health/checkReadiness'
import { releaseStaleJobs } from '../../src/services/releaseStaleJobs'
import { drain } from '../../src/stopServer'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

/** The task that takes its time in `startReadable`. */
const slug = 'expirePreviews'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Another instance of the portal on the same database, with a logger that is read and a task that takes its time. */
async function startReadable(key: string): Promise<{ payload: Payload; lines: string[]; end: () => void }> {
  const { default: config } = await import('@payload-config')
  const known = await config
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  let end: () => void = () => undefined
  const untilEnded = new Promise<void>((resolve) => {
    end = resolve
  })
  const tasks = (known.jobs.tasks ?? []).map((task) =>
    task.slug === slug
      ? watched({
          ...task,
          handler: async () => {
            await untilEnded
            return { output: {} }
          },
        })
      : task,
  )
  const jobs = { ...known.jobs, tasks }
  const logger = { options: loggerOptions({ logLevel: 'debug' }), destination }
  const payload = await getPayload({ config: { ...known, jobs, logger: logger as never }, key })
  return { payload, lines, end }
}

describe('GET /api/ready', () => {
  test('says which checks hold, without a login', async () => {
    const { status, body } = await portal.call('GET', '/api/ready')
    expect(body.checks).toMatchObject({ accepting: 'ok', database: 'ok', migrations: 'ok', disk: 'ok' })
    expect(status).toBe(body.checks.jobs === 'failed' ? 503 : 200)
    expect(Object.keys(body)).toEqual(['status', 'checks'])
  })

  test('a full disk is seen', async () => {
    const req = await createLocalReq({}, portal.payload)
    const checks = await checkReadiness({ req, minFreeBytes: Number.MAX_SAFE_INTEGER })
    expect(checks).toMatchObject({ database: 'ok', disk: 'failed' })
  })

  test('runners that are silent are seen, and those that look are not', async () => {
    const { payload } = await startReadable('runners')
    payload.config.jobs.autoRun = [{ queue: 'none', cron: '* * * * * *', silent: true }]
    const req = await createLocalReq({}, payload)
    expect((await checkReadiness({ req })).jobs).toBe('failed')
    await payload._initializeCrons()
    await wait(1_500)
    expect((await checkReadiness({ req })).jobs).toBe('ok')
    const later = new Date(Date.now() + 2 * 60_000)
    expect((await checkReadiness({ req, now: later })).jobs).toBe('failed')
    await drain(payload)
    expect(await checkReadiness({ req })).toMatchObject({ accepting: 'failed', jobs: 'failed' })
    portal.payload.config.custom = { ...portal.payload.config.custom, isStopping: false }
  })

  if (!process.env.MONGODB_URI)
    test('a migration that the database has not been through is seen', async () => {
      const { client } = portal.payload.db as never as {
        client: { execute(sql: string): Promise<{ rows: unknown[] }> }
      }
      await client.execute(`update payload_migrations set name = name || '-' where name like '%initial'`)
      const { status, body } = await portal.call('GET', '/api/ready')
      expect({ status, migrations: body.checks.migrations }).toEqual({ status: 503, migrations: 'failed' })
      await client.execute(`update payload_migrations set name = rtrim(name, '-')`)
      expect((await portal.call('GET', '/api/ready')).body.checks.migrations).toBe('ok')
    })
})

describe('the log', () => {
  let server: Server
  let address: string
  let lines: string[]
  let endLogging: () => void

  beforeAll(async () => {
    const readable = await startReadable('log')
    lines = readable.lines
    endLogging = logRequests((line) => readable.payload.logger.info(line))
    server = createServer(async (message, response) => {
      const pieces: Buffer[] = []
      for await (const piece of message) pieces.push(piece as Buffer)
      const request = new Request(`http://localhost:3000${message.url}`, {
        method: message.method,
        headers: message.headers as Record<string, string>,
        body: pieces.length > 0 ? Buffer.concat(pieces) : undefined,
      })
      const { config } = readable.payload
      const answer = await handleEndpoints({ config, payloadInstanceCacheKey: 'log', request })
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(async () => {
    endLogging()
    await new Promise((resolve) => server.close(resolve))
  })

  const send = (
    path: string,
    { body, id, method = 'POST' }: { body?: object; id?: string; method?: string } = {},
  ) =>
    fetch(address + path, {
      method,
      headers: {
        authorization: `JWT ${admin.token}`,
        'content-type': 'application/json',
        ...(id ? { 'x-request-id': id } : {}),
      },
      body: body && JSON.stringify(body),
    })

  const linesOf = async (id: string | null) => {
    await wait(50)
    return lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === id)
  }

  test('has the id of the proxy in the answer, in the line of the request and in that of the refusal', async () => {
    const answer = await send('/api/cases/00000000000000000000000a/icd', {
      method: 'PUT',
      id: 'proxy-0001',
      body: { icd: 'XYZ' },
    })
    expect(answer.headers.get('x-request-id')).toBe('proxy-0001')
    expect(await linesOf('proxy-0001')).toEqual([
      expect.objectContaining({ status: answer.status, codes: [expect.any(String)] }),
      expect.objectContaining({
        method: 'PUT',
        path: '/api/cases/:id/icd',
        status: answer.status,
        isWhole: true,
      }),
    ])
  })

  test('requests at the same time keep their lines apart', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `parallel-${index}`)
    await Promise.all(ids.map((id) => send('/api/coding/none', { method: 'PUT', id, body: {} })))
    for (const id of ids) expect((await linesOf(id)).length).toBe(2)
  })

  test('holds nothing of whom a request was about, whatever became of it', async () => {
    const person = {
      nachname: 'Sondermann',
      vorname: 'Wilhelmine',
      kvnr: 'A123456780',
      datum: '2026-02-02',
      fallgruppe: 'onko',
    }
    expect((await send('/api/cases', { body: person })).status).toBe(201)
    for (const wrong of [
      { ...person, datum: 'Sondermann' },
      { ...person, fallgruppe: 'Sondermann' },
      { ...person, icd: 'Sondermann XYZ' },
      { ...person, fallId: 'Sondermann', id: { Sondermann: 1 } },
    ])
      await send('/api/cases', { body: wrong })
    await send('/api/cases?where[nachname][equals]=Sondermann&limit=1', { method: 'GET' })
    await send('/api/cases?where[Sondermann][equals]=1', { method: 'GET' })
    await send('/api/cases/2026-06-onko-Sondermann', { method: 'GET' })
    await send('/api/users/login', {
      body: { email: 'wilhelmine.sondermann@example.org', password: testPassword },
    })
    await wait(50)
    const log = lines.join('')
    expect(log).not.toMatch(/sondermann|wilhelmine|A123456780/i)
    expect(log).not.toContain(testPassword)
    expect(log.split('\n').length).toBeGreaterThan(10)
  })
})

describe('jobs', () => {
  const running: Where = { and: [{ taskSlug: { equals: slug } }, { waitUntil: { exists: false } }] }
  const jobsNow = async () => (await portal.payload.find({ collection: 'payload-jobs', where: running })).docs

  test('one that runs when the portal stops is waited for, and handed back when it takes too long', async () => {
    const { payload, end } = await startReadable('slow')
    await payload.jobs.queue({ task: slug, input: {} })
    const run = payload.jobs.run({ silent: true })
    while ((await jobsNow())[0]?.processing !== true) await wait(20)
    await drain(payload, 300)
    expect((await jobsNow())[0]).toMatchObject({ processing: false })
    end()
    await run
    await payload.jobs.queue({ task: slug, input: {} })
    const second = await startReadable('slow2')
    const secondRun = second.payload.jobs.run({ silent: true })
    await wait(300)
    setTimeout(second.end, 300)
    await drain(second.payload, 10_000)
    await secondRun
    expect((await jobsNow()).filter(({ completedAt, hasError }) => !completedAt && !hasError)).toEqual([])
    portal.payload.config.custom = { ...portal.payload.config.custom, isStopping: false }
  })

  test('one of a process that gives signs is left to it, one of a silent process runs again', async () => {
    const create = (silentForMs: number) =>
      portal.payload.db.create({
        collection: 'payload-jobs',
        data: {
          taskSlug: 'sendEmail',
          input: { mailId: 'none' },
          processing: true,
          totalTried: 0,
          updatedAt: new Date(Date.now() - silentForMs).toISOString(),
        },
      })
    const [alive, dead] = [await create(jobSilentMs - 10_000), await create(jobSilentMs + 1)]
    await releaseStaleJobs(portal.payload, { quietMs: jobSilentMs })
    const { docs } = await portal.payload.find({
      collection: 'payload-jobs',
      where: { id: { in: [alive.id, dead.id] } },
    })
    const isRunning = (id: unknown) => docs.find((job) => job.id === id)?.processing
    expect([isRunning(alive.id), isRunning(dead.id)]).toEqual([true, false])
  })
})
