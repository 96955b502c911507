import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '../../src/domain/language'
import type { Notification } from '../../src/payload-types'
import { announce } from '../../src/services/notifications/announce'
import { removeOldNotifications } from '../../src/services/notifications/removeOldNotifications'
import { editedExport } from '../factories/editedExport'
import { textRows, workbookOf } from '../factories/workbook'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal, testPassword } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

let portal: Portal
let admin: Login
let staff: Login
let colleague: Login

beforeAll(async () => {
  await server.open()
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  colleague = await portal.login('dak_mitarbeiter', 'kollegin')
  await portal.payload.create({
    collection: 'users',
    data: {
      username: 'weg',
      email: 'weg@example.org',
      password: testPassword,
      role: 'admin',
      isActive: false,
    },
  })
})

afterAll(async () => {
  await portal.stop()
  await server.close()
})

beforeEach(() => setSettings({ keepDays: 90, gatherMinutes: 0 }))

afterEach(async () => {
  vi.useRealTimers()
  await portal.runJobs()
  server.received.length = 0
  for (const collection of ['notifications', 'notification-events', 'mails'] as const)
    await portal.payload.db.deleteMany({ collection, where: {} })
})

async function setSettings(notifications: { keepDays: number; gatherMinutes: number }) {
  const answer = await portal.call('POST', '/api/globals/settings', { as: admin, body: { notifications } })
  expect(answer.status).toBe(200)
}

const list = async (as: Login, language: Language = 'de') =>
  (await portal.call('GET', '/api/notifications', { as, language })).body

/** Types and titles of what someone was told. */
async function told(as: Login): Promise<string[]> {
  const { docs } = await list(as)
  return docs.map(({ type, title }: Notification) => `${type}: ${title}`)
}

/** Who got a mail with which subject. */
const mailed = () =>
  server.received
    .map(({ to, headers }) => `${to}: ${headers.find((line) => line.startsWith('Subject: '))?.slice(9)}`)
    .sort()

async function createCase(parts: Record<string, unknown> = {}): Promise<{ id: string; fallId: string }> {
  const body = {
    nachname: 'Geheimrat',
    vorname: 'Käthe',
    kvnr: 'A123456780',
    datum: '2026-02-03',
    fallgruppe: 'onko',
  }
  const { status, body: answer } = await portal.call('POST', '/api/cases', {
    as: admin,
    body: { ...body, ...parts },
  })
  expect(status).toBe(201)
  return answer.doc
}

const enterIcd = (id: string, icd: string, as = staff) =>
  portal.call('PUT', `/api/cases/${id}/icd`, { as, body: { icd } })

async function importFile({ path, file, as }: { path: string; file: File; as: Login }) {
  const form = new FormData()
  form.set('file', file)
  const planned = await portal.call('POST', `/api/import/${path}`, { as, form })
  expect(planned.status).toBe(201)
  const { importId } = planned.body
  const applied = await portal.call('POST', `/api/import/${path}/confirm`, { as, body: { importId } })
  expect(applied.status).toBe(200)
  return applied.body
}

const people = {
  arlt: 'Arlt | Bruno | 01.02.1950 |',
  bode: 'Bode | Carla | 13.07.1962 |',
  cohn: 'Cohn | Dieter | 24.11.1971 |',
  dorn: 'Dorn | Emil | 05.09.1983 |',
  secret: 'Geheimrat | Erna | 28.04.1960 | D410126355',
}

function crmExport(...rows: (keyof typeof people)[]): File {
  const lines = rows.map((row) => `${people[row]},"02.02.26, 08:50",Zweitmeinung Onkologie,,T-${row}`)
  return new File([['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name', ...lines].join('\n')], 'crm.csv')
}

describe('what happens is told', () => {
  test('new cases of a CRM export to DAK staff, with a mail each', async () => {
    await importFile({ path: 'csv', file: crmExport('arlt', 'bode', 'cohn'), as: admin })
    await portal.runJobs()
    const expected = ['new_cases_uploaded: 3 neue Fälle']
    expect(await told(staff)).toEqual(expected)
    expect(await told(colleague)).toEqual(expected)
    expect(await told(admin)).toEqual([])
    expect(mailed()).toEqual([
      'dak@example.org: Neue Fälle im Zweitmeinungs-Portal: 3',
      'kollegin@example.org: Neue Fälle im Zweitmeinungs-Portal: 3',
    ])
    const { docs } = await list(staff)
    expect(docs[0]).toMatchObject({ path: '/icd', related: { collection: 'imports' }, readAt: null })
    expect(docs[0].emailSentAt).toEqual(expect.any(String))
  })

  test('an export without a new case to nobody', async () => {
    await importFile({ path: 'csv', file: crmExport('arlt', 'bode', 'cohn'), as: admin })
    await portal.runJobs()
    expect(await told(staff)).toEqual([])
    expect(mailed()).toEqual([])
  })

  test('a large export too, which a job applies', async () => {
    const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
    for (let index = 0; index < 2_100; index += 1)
      lines.push(`Name${index} | | | ,"03.02.26, 08:50",Zweitmeinung Kardiologie,,G-${index}`)
    const form = new FormData()
    form.set('file', new File([lines.join('\n')], 'gross.csv'))
    const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
    const decisions = {}
    const confirmed = await portal.call('POST', '/api/import/csv/confirm', {
      as: admin,
      body: { importId: body.importId, decisions },
    })
    expect(confirmed.status).toBe(202)
    await portal.runJobs()
    expect(await told(staff)).toEqual([
      `new_cases_uploaded: ${body.counts.create.toLocaleString('de-DE')} neue Fälle`,
    ])
  })

  test('entered ICDs to admins, gathered into one, each case once', async () => {
    const first = await createCase()
    const second = await createCase({ datum: '2026-02-04' })
    await setSettings({ keepDays: 90, gatherMinutes: 30 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    for (const [id, icd] of [
      [first.id, 'C50.1'],
      [second.id, 'C61'],
      [first.id, 'C50.9'],
    ] as const)
      expect((await enterIcd(id, icd)).status).toBe(200)
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    expect(await told(admin)).toEqual([])
    vi.setSystemTime(Date.now() + 31 * 60_000)
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    vi.useRealTimers()
    expect(await told(admin)).toEqual(['icd_entered: ICD für 2 Fälle eingegeben'])
    expect(await told(staff)).toEqual([])
    expect(mailed()).toEqual(['admin@example.org: ICD-Codes eingegeben: 2'])
  })

  test('one entered ICD leads to its case; over whatever door it was entered', async () => {
    const { id } = await createCase({ datum: '2026-03-03' })
    const body = { icd: 'C20' }
    expect((await portal.call('PATCH', `/api/cases/${id}`, { as: staff, body })).status).toBe(200)
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    const { docs } = await list(admin)
    expect(docs).toMatchObject([{ type: 'icd_entered', path: `/collections/cases/${id}` }])
  })

  test('neither a code that an admin enters, nor the same code again, nor one taken away', async () => {
    const { id } = await createCase({ datum: '2026-03-04' })
    await enterIcd(id, 'C20', admin)
    await enterIcd(id, 'C20')
    await enterIcd(id, '')
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    expect(await told(admin)).toEqual([])
  })

  test('an ICD workbook that DAK staff apply to admins; one that an admin applies to nobody', async () => {
    const found = await createCase({ datum: '2026-03-05' })
    const workbook = (icd: string) =>
      new File(
        [
          icdWorkbook([
            ['Fall-ID', 'ICD'],
            [found.fallId, icd],
          ]),
        ],
        'icd.xlsx',
      )
    const { importId } = await importFile({ path: 'icd-xlsx', file: workbook('C18.7'), as: staff })
    await importFile({ path: 'icd-xlsx', file: workbook('C18.8'), as: admin })
    await portal.runJobs()
    const { docs } = await list(admin)
    expect(docs).toMatchObject([
      { type: 'icd_uploaded', title: 'ICD-Datei mit einem Fall', path: `/import/${importId}` },
    ])
    expect(await told(staff)).toEqual([])
    expect(mailed()).toEqual(['admin@example.org: ICD-Datei übernommen: 1'])
  })

  test('a generated report to everyone active', async () => {
    const body = { jahr: 2026, kw: 6 }
    expect((await portal.call('POST', '/api/reports/generate', { as: admin, body })).status).toBe(201)
    await portal.runJobs()
    for (const login of [admin, staff, colleague])
      expect(await told(login)).toEqual(['report_ready: Bericht KW 06/2026'])
    expect((await list(staff)).docs[0].path).toBe('/berichtswesen?jahr=2026&kw=6')
    expect(mailed()).toEqual([
      'admin@example.org: Berichtswesen KW 06/2026',
      'dak@example.org: Berichtswesen KW 06/2026',
      'kollegin@example.org: Berichtswesen KW 06/2026',
    ])
  })

  test('that the coding queue became empty, once, to DAK staff', async () => {
    const coded = { gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' }
    const first = await createCase({ datum: '2026-04-01', gutachten: true })
    const second = await createCase({ datum: '2026-04-02', gutachten: true })
    expect((await portal.call('PUT', `/api/coding/${first.id}`, { as: admin, body: coded })).status).toBe(200)
    await portal.runJobs()
    expect(await told(staff)).toEqual([])
    // The last one by the form of the case.
    expect((await portal.call('PATCH', `/api/cases/${second.id}`, { as: admin, body: coded })).status).toBe(
      200,
    )
    await portal.runJobs()
    expect(await told(staff)).toEqual(['coding_completed: Alle Gutachten sind codiert'])
    expect(await told(admin)).toEqual([])
    // Changing a coded case is no news.
    const body = { gutachtenTyp: 'alternative' }
    expect((await portal.call('PATCH', `/api/cases/${second.id}`, { as: admin, body })).status).toBe(200)
    await portal.runJobs()
    expect(await told(staff)).toHaveLength(1)
  })

  test('and that a workbook emptied it which came back with the last codings', async () => {
    const { fallId } = await createCase({ nachname: 'Abgleich', datum: '2026-04-03', gutachten: true })
    const { body: bytes } = await portal.call('GET', '/api/admin/excel-sync', { as: admin })
    const edited = await editedExport(bytes, ({ set }) => {
      set(fallId, 'Gutachtentyp', 'Alternative')
      set(fallId, 'Therapieänderung', 'Nein')
    })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(edited)], 'Abgleich.xlsx'))
    const { importId } = (await portal.call('POST', '/api/admin/excel-sync', { as: admin, form })).body
    const body = { importId }
    const applied = await portal.call('POST', '/api/admin/excel-sync/confirm', { as: admin, body })
    // A file of as many cases as there are by now is left to a job.
    expect(applied.status).toBe(202)
    await portal.runJobs()
    expect(await told(staff)).toEqual(['coding_completed: Alle Gutachten sind codiert'])
  })

  test('of two who code the last two cases at once, the empty queue', async () => {
    const coded = { gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' }
    const cases = [
      await createCase({ datum: '2026-04-06', gutachten: true }),
      await createCase({ datum: '2026-04-07', gutachten: true }),
    ]
    await Promise.all(
      cases.map(({ id }) => portal.call('PUT', `/api/coding/${id}`, { as: admin, body: coded })),
    )
    await portal.runJobs()
    expect(await told(staff)).toEqual(['coding_completed: Alle Gutachten sind codiert'])
  })

  test('that a batch was coded, as a whole', async () => {
    const items: { id: string; gutachtenTyp: string; therapieaenderung: string }[] = []
    for (const datum of ['2026-05-01', '2026-05-04', '2026-05-05']) {
      const { id } = await createCase({ datum, gutachten: true })
      items.push({ id, gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' })
    }
    const batch = (some: typeof items) =>
      portal.call('PUT', '/api/coding', { as: admin, body: { items: some } })
    expect((await batch(items.slice(0, 2))).body).toMatchObject({ updated: 2 })
    await portal.runJobs()
    const { docs } = await list(staff)
    expect(docs).toMatchObject([{ title: '2 Gutachten codiert', message: 'Codiert: 2, noch offen: 1.' }])
    expect((await batch(items.slice(2))).body).toMatchObject({ updated: 1 })
    await portal.runJobs()
    expect((await told(staff))[0]).toBe('coding_completed: Alle Gutachten sind codiert')
    expect(await told(staff)).toHaveLength(2)
  })
})

describe('a mail', () => {
  test('names counts and a link, and nobody', async () => {
    const found = await createCase({ datum: '2026-06-01', gutachten: true })
    await importFile({ path: 'csv', file: crmExport('secret'), as: admin })
    await enterIcd(found.id, 'C50.1')
    const body = { gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' }
    await portal.call('PUT', `/api/coding/${found.id}`, { as: admin, body })
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 7 } })
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    expect(server.received.length).toBeGreaterThanOrEqual(8)
    for (const { source, text } of server.received) {
      expect(`${source}${text}`).not.toMatch(
        /Geheimrat|Erna|Käthe|K=C3=A4the|D410126355|A123456780|C50|onko-/,
      )
      expect(text).toMatch(/http:\/\/localhost:3000\/admin/)
    }
  })

  test('comes in the language of its reader, and not at all to who does not want it', async () => {
    const own = { language: 'en', mailOf: { report_ready: true, new_cases_uploaded: false } }
    const saved = await portal.call('PATCH', `/api/users/${staff.user.id}`, { as: staff, body: own })
    expect(saved).toMatchObject({ status: 200, body: { doc: own } })
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 8 } })
    await importFile({ path: 'csv', file: crmExport('dorn'), as: admin })
    await portal.runJobs()
    expect(mailed()).toEqual([
      'admin@example.org: Berichtswesen KW 08/2026',
      'dak@example.org: Report of week 08/2026',
      'kollegin@example.org: Berichtswesen KW 08/2026',
      'kollegin@example.org: Neue Fälle im Zweitmeinungs-Portal: 1',
    ])
    expect(await told(staff)).toHaveLength(2)
    await portal.call('PATCH', `/api/users/${staff.user.id}`, {
      as: staff,
      body: { language: 'de', mailOf: { new_cases_uploaded: true } },
    })
  })

  test('is sent once, however often the telling is begun; what an ended process left is told by another', async () => {
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 9 } })
    const hold = (claimedAt: Date) =>
      portal.payload.db.updateMany({
        collection: 'notification-events',
        where: { type: { equals: 'report_ready' } },
        data: { batch: 'ended', claimedAt: claimedAt.toISOString() },
      })
    await hold(new Date())
    await portal.runJobs()
    expect(mailed()).toEqual([])
    await hold(new Date(Date.now() - 11 * 60_000))
    await portal.payload.jobs.queue({ task: 'notify', input: {} })
    await portal.runJobs()
    expect(mailed()).toHaveLength(3)

    const [mine] = (await portal.payload.find({ collection: 'notifications', limit: 1 })).docs
    const key = mine?.key.split('/')[0] ?? ''
    const announcement = { key, type: 'report_ready', figures: { jahr: 2026, kw: 9 }, related: null } as const
    await announce({ payload: portal.payload, announcement })
    await portal.runJobs()
    expect(mailed()).toHaveLength(3)
    await announce({ payload: portal.payload, announcement: { ...announcement, key: 'another' } })
    await portal.runJobs()
    expect(mailed()).toHaveLength(6)
  })
})

describe('one’s notifications', () => {
  test('are hidden from others, whatever their role and the door', async () => {
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 10 } })
    await portal.runJobs()
    const [mine] = (await list(staff)).docs
    for (const other of [admin, colleague]) {
      const { docs } = await list(other)
      expect(docs).toHaveLength(1)
      expect(docs[0].id).not.toBe(mine.id)
      expect((await portal.call('GET', `/api/notifications/${mine.id}`, { as: other })).status).toBe(404)
      expect((await portal.call('PUT', `/api/notifications/${mine.id}/read`, { as: other })).status).toBe(404)
      const where = `where[recipient][equals]=${staff.user.id}`
      expect((await portal.call('GET', `/api/notifications?${where}`, { as: other })).body.docs).toEqual([])
      const { body } = await portal.graphql('{ Notifications { docs { id title } } }', { as: other })
      expect(body.data.Notifications.docs.map(({ id }: { id: string }) => id)).toEqual([docs[0].id])
    }
    expect((await list(staff)).unread).toBe(1)
    for (const [method, path] of [
      ['GET', '/api/notifications'],
      ['PUT', '/api/notifications/read-all'],
      ['PUT', `/api/notifications/${mine.id}/read`],
    ] as const)
      expect((await portal.call(method, path)).status).toBe(401)
  })

  test('are made and changed by nobody', async () => {
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 11 } })
    await portal.runJobs()
    const [mine] = (await list(admin)).docs
    const body = { recipient: staff.user.id, type: 'report_ready', figures: { jahr: 1, kw: 1 }, key: 'x' }
    expect((await portal.call('POST', '/api/notifications', { as: admin, body })).status).toBe(403)
    expect((await portal.call('PATCH', `/api/notifications/${mine.id}`, { as: admin, body })).status).toBe(
      403,
    )
    expect((await portal.call('DELETE', `/api/notifications/${mine.id}`, { as: admin })).status).toBe(403)
    expect((await portal.call('GET', '/api/notification-events', { as: admin })).status).toBe(403)
  })

  test('come in pages, the latest first, in the reader’s language, and are read one by one or all', async () => {
    for (const kw of [12, 13, 14]) {
      await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw } })
      await portal.runJobs()
    }
    const path = '/api/notifications?limit=2'
    const { body } = await portal.call('GET', path, { as: staff, language: 'en' })
    expect(body).toMatchObject({
      totalDocs: 3,
      totalPages: 2,
      page: 1,
      limit: 2,
      hasNextPage: true,
      unread: 3,
    })
    expect(body.docs.map(({ title }: Notification) => title)).toEqual([
      'Report of week 14/2026',
      'Report of week 13/2026',
    ])
    const second = await portal.call('GET', `${path}&page=2`, { as: staff })
    expect(second.body.docs).toMatchObject([{ title: 'Bericht KW 12/2026' }])

    const read = await portal.call('PUT', `/api/notifications/${body.docs[0].id}/read`, { as: staff })
    expect(read).toMatchObject({ status: 200, body: { id: body.docs[0].id, readAt: expect.any(String) } })
    const again = await portal.call('PUT', `/api/notifications/${body.docs[0].id}/read`, { as: staff })
    expect(again.body.readAt).toBe(read.body.readAt)
    expect((await list(staff)).unread).toBe(2)
    const unread = await portal.call('GET', '/api/notifications?where[readAt][exists]=false', { as: staff })
    expect(unread.body.totalDocs).toBe(2)
    const all = await portal.call('PUT', '/api/notifications/read-all', { as: staff })
    expect(all).toMatchObject({ status: 200, body: { updated: 2, unread: 0 } })
    expect((await list(staff)).unread).toBe(0)
    expect((await list(colleague)).unread).toBe(3)
    expect((await portal.call('GET', '/api/notifications?limit=0', { as: staff })).status).toBe(400)
  })

  test('go when they are old, and with the account', async () => {
    const temporary = await portal.login('dak_mitarbeiter', 'kurz')
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 15 } })
    await portal.runJobs()
    const count = async () =>
      (await portal.payload.count({ collection: 'notifications', where: { type: { exists: true } } }))
        .totalDocs
    expect(await count()).toBe(4)
    expect((await portal.call('DELETE', `/api/users/${temporary.user.id}`, { as: admin })).status).toBe(200)
    expect(await count()).toBe(3)
    const dayMs = 24 * 60 * 60 * 1000
    await removeOldNotifications({ payload: portal.payload, now: new Date(Date.now() + 89 * dayMs) })
    expect(await count()).toBe(3)
    await removeOldNotifications({ payload: portal.payload, now: new Date(Date.now() + 91 * dayMs) })
    expect(await count()).toBe(0)
  })
})

function icdWorkbook(rows: string[][]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(workbookOf({ sheets: { 'ICD-Vorlage': `<sheetData>${textRows(rows)}</sheetData>` } }))
}
