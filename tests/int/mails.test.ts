import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { richTextOf } from '../../src/domain/mails/richText'
import type { Mail } from '../../src/payload-types'
import { queueEmail, sendingJob } from '../../src/services/mails/queueEmail'
import { releaseStaleJobs } from '../../src/services/releaseStaleJobs'
import { storeOf } from '../../src/store/storeOf'
import { pass, stopClock } from './authenticator'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

beforeEach(() => server.open())

afterEach(async () => {
  vi.useRealTimers()
  await server.close()
  server.received.length = 0
  server.refuses.clear()
  await portal.payload.db.deleteMany({ collection: 'mails', where: {} })
  await portal.payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
})

const to = 'anna@example.org'
const queue = (parts: Partial<Parameters<typeof queueEmail>[0]> = {}) =>
  queueEmail({ req: { payload: portal.payload }, to, subject: 'Betreff', text: 'Guten Tag', ...parts })

async function stored(): Promise<Mail[]> {
  return (await portal.payload.find({ collection: 'mails', sort: 'id' })).docs
}

const undelivered = async (as = admin) => portal.call('GET', '/api/mails/undelivered', { as })

describe('a mail', () => {
  test('is sent by the job, once, and then forgotten', async () => {
    await queue({ text: 'Grüße', html: '<p>Grüße</p>' })
    expect(server.received).toEqual([])
    await portal.runJobs()
    await portal.runJobs()
    expect(server.received).toHaveLength(1)
    const [mail] = server.received
    expect(mail).toMatchObject({ from: 'portal@example.org', to: [to] })
    expect(mail?.headers).toContain('Subject: Betreff')
    expect(mail?.headers).toContain('Auto-Submitted: auto-generated')
    expect(mail?.text).toContain('<p>Grüße</p>')
    expect(await stored()).toEqual([])
  })

  test('is queued in the transaction of its request, or not at all', async () => {
    const { db } = portal.payload
    const transactionID = await db.beginTransaction()
    if (!transactionID) return // The embedded database has none of its own.
    await queue({ req: { payload: portal.payload, transactionID } })
    await db.rollbackTransaction(transactionID)
    await portal.runJobs()
    expect(await stored()).toEqual([])
    expect(server.received).toEqual([])
  })

  test('cannot smuggle a header or a recipient in a name', async () => {
    const name = 'Anna\r\nBcc: evil@example.com\r\n\r\nSchadtext'
    await queue({ subject: `Willkommen ${name}` })
    await portal.runJobs()
    const [mail] = server.received
    expect(mail?.to).toEqual([to])
    expect(mail?.headers.filter((line) => /^bcc:/i.test(line))).toEqual([])
    expect(mail?.headers).toContain('Subject: Willkommen Anna Bcc: evil@example.com Schadtext')
    for (const wrong of [`${to}\r\nRCPT TO:<evil@example.com>`, `${to}, evil@example.com`, `"x" <${to}>`]) {
      await expect(queue({ to: wrong })).rejects.toMatchObject({
        status: 422,
        entries: [{ code: 'invalidMailAddress', value: wrong }],
      })
    }
  })
})

describe('a mail server that refuses the connection', () => {
  test('gets the mail later: after one minute, then two, then four', async () => {
    stopClock()
    await server.close()
    await queue()
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ status: 'waiting', tries: 1, failure: 'unreachable' }])
    pass(59)
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ tries: 1 }])
    pass(2)
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ tries: 2 }])
    pass(119)
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ tries: 2 }])
    pass(2)
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ tries: 3 }])
    await server.open()
    pass(4 * 60 + 1)
    await portal.runJobs()
    expect(server.received).toHaveLength(1)
    expect(await stored()).toEqual([])
  })

  test('leaves a dead letter after the last try, which an admin sees with the reason and sends again', async () => {
    stopClock()
    await server.close()
    await queue({ text: 'geheimer Link' })
    for (let tries = 1; tries <= 10; tries += 1) {
      await portal.runJobs()
      const [mail] = await stored()
      expect(mail?.tries).toBe(tries)
      expect(mail?.status).toBe(tries < 10 ? 'waiting' : 'failed')
      if (mail?.nextTryAt) vi.setSystemTime(Date.parse(mail.nextTryAt) + 1000)
    }
    pass(24 * 60 * 60)
    await server.open()
    await portal.runJobs()
    expect(server.received).toEqual([])

    vi.useRealTimers()
    const { body } = await undelivered()
    expect(body).toMatchObject({
      totalDocs: 1,
      docs: [{ to, subject: 'Betreff', isFinal: true, tries: 10, failure: 'unreachable', nextTryAt: null }],
    })
    expect(body.docs[0].failureDetail).toContain('ECONNREFUSED')
    const again = await portal.call('POST', `/api/mails/${body.docs[0].id}/send-again`, { as: admin })
    expect(again).toMatchObject({ status: 200, body: { status: 'waiting' } })
    await portal.runJobs()
    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.text).toContain('geheimer Link')
    expect((await undelivered()).body.totalDocs).toBe(0)
  })
})

describe('a recipient', () => {
  test('refused for good is a dead letter at once, and keeps nobody else waiting', async () => {
    server.refuses.set('weg@example.org', 550)
    await queue({ to: 'weg@example.org' })
    await queue()
    await portal.runJobs()
    expect(server.received.map((mail) => mail.to)).toEqual([[to]])
    expect(await stored()).toMatchObject([{ to: 'weg@example.org', status: 'failed', failure: 'recipient' }])
  })

  test('refused for now is tried again', async () => {
    server.refuses.set(to, 450)
    await queue()
    await portal.runJobs()
    expect(await stored()).toMatchObject([{ status: 'waiting', failure: 'recipient' }])
  })
})

describe('a process that ends while it sends', () => {
  test('leaves the mail to another, who waits until it is surely gone', async () => {
    stopClock()
    await queue()
    const [mail] = await stored()
    const { db } = portal.payload
    await db.updateOne({
      collection: 'mails',
      id: mail?.id ?? '',
      data: { status: 'sending', takenAt: new Date().toISOString() },
    })
    await db.updateJobs({ where: { taskSlug: { equals: 'sendEmail' } }, data: { processing: true } })
    await portal.runJobs()
    expect(server.received).toEqual([])
    await releaseStaleJobs(portal.payload, { quietMs: 0 })
    await portal.runJobs()
    expect(server.received).toEqual([])
    expect((await portal.call('POST', `/api/mails/${mail?.id}/send-again`, { as: admin })).status).toBe(409)
    pass(29)
    await portal.runJobs()
    expect(server.received).toEqual([])
    pass(2)
    await portal.runJobs()
    expect(server.received).toHaveLength(1)
    expect(await stored()).toEqual([])
  })

  test('or of two who take it at once, one sends it', async () => {
    await queue()
    const [mail] = await stored()
    await storeOf(portal.payload).storeTogether([sendingJob(mail?.id ?? '')])
    await portal.payload.jobs.run({ allQueues: true, silent: true })
    expect(server.received).toHaveLength(1)
  })
})

describe('undelivered mails', () => {
  test('are for admins alone, and what they say is for nobody', async () => {
    await server.close()
    await queue({ text: 'geheimer Link' })
    await portal.runJobs()
    const { id } = (await undelivered()).body.docs[0]
    expect((await undelivered(staff)).status).toBe(403)
    expect((await portal.call('GET', '/api/mails/undelivered')).status).toBe(401)
    expect((await portal.call('POST', `/api/mails/${id}/send-again`, { as: staff })).status).toBe(403)
    for (const path of ['/api/mails', `/api/mails/${id}`, '/api/mails/undelivered']) {
      expect((await portal.call('GET', path, { as: staff })).status, path).toBe(403)
      const answer = JSON.stringify((await portal.call('GET', path, { as: admin })).body)
      expect(answer, path).toContain(to)
      expect(answer, path).not.toMatch(/geheim|"content"/)
    }
    const row = await portal.payload.db.findOne<Mail>({ collection: 'mails', where: { id: { equals: id } } })
    expect(row?.content).toBeTruthy()
    expect(row?.content).not.toContain('geheim')
  })

  test('are written by nobody, and an unknown one is 404', async () => {
    const body = { to, subject: 'x', content: 'x', messageId: 'x', status: 'waiting', tries: 0 }
    expect((await portal.call('POST', '/api/mails', { as: admin, body })).status).toBe(403)
    const unknown = '/api/mails/00000000-0000-0000-0000-000000000000/send-again'
    expect((await portal.call('POST', unknown, { as: admin })).status).toBe(404)
  })
})

describe('the texts of the mails', () => {
  type Texts = Record<string, Record<string, { subject?: string; body?: unknown }>>
  const save = (mailTexts: Texts, as = admin) =>
    portal.call('POST', '/api/globals/settings', { as, body: { mailTexts } })
  const preview = (query: string, as = admin) => portal.call('GET', `/api/mails/preview?${query}`, { as })

  test('are shown to admins with examples, in both languages, before anything is saved', async () => {
    expect((await preview('text=report_ready')).body).toEqual({
      subject: 'Berichtswesen KW 48/2026',
      html: expect.stringContaining('<p>der Bericht der KW 48/2026 liegt bereit.</p>'),
      text: expect.stringContaining('Im Portal öffnen: https://portal.example.org/admin'),
    })
    expect((await preview('text=report_ready&language=en')).body.subject).toBe('Report of week 48/2026')
    expect((await preview('text=report_ready', staff)).status).toBe(403)
    expect((await preview('text=unbekannt')).status).toBe(400)
  })

  test('are the admins’ to change; an emptied one is the original again', async () => {
    const body = richTextOf(['<b>Woche</b> {{kw}}', '{{link}}'])
    const saved = await save({ report_ready: { de: { subject: 'KW {{ kw }} ist da', body } } })
    expect(saved.status).toBe(200)
    expect((await preview('text=report_ready')).body).toEqual({
      subject: 'KW 48 ist da',
      html:
        '<p>&lt;b&gt;Woche&lt;/b&gt; 48</p>' +
        '<p><a href="https://portal.example.org/admin">https://portal.example.org/admin</a></p>',
      text: '<b>Woche</b> 48\n\nhttps://portal.example.org/admin',
    })
    expect((await preview('text=report_ready&language=en')).body.subject).toBe('Report of week 48/2026')
    await save({ report_ready: { de: { subject: '', body: richTextOf(['']) } } })
    expect((await preview('text=report_ready')).body.subject).toBe('Berichtswesen KW 48/2026')
    expect((await save({ report_ready: { de: { subject: 'x' } } }, staff)).status).toBe(403)
  })

  test('with an unknown variable are refused, which is named with its place and those there are', async () => {
    const body = richTextOf(['Es sind {{anzahl}} Fälle, {{nachname}}'])
    const answer = await save({ new_cases_uploaded: { de: { subject: '{{anzal}} Fälle', body } } })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([
      { code: 'unknownVariable', field: 'mailTexts.new_cases_uploaded.de.subject', value: '{{anzal}}' },
      { code: 'unknownVariable', field: 'mailTexts.new_cases_uploaded.de.body', value: '{{nachname}}' },
    ])
    expect(answer.body.errors[0].message).toContain('{{anzahl}}, {{link}}')
    expect((await preview('text=new_cases_uploaded')).body.subject).toContain('Neue Fälle')
  })
})
