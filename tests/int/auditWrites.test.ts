import { readFileSync } from 'node:fs'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { richTextOf } from '../../src/domain/mails/richText'
import { importIcdCatalogue } from '../../src/services/icd/importIcdCatalogue'
import { expirePreviews } from '../../src/services/imports/expirePreviews'
import { queueEmail } from '../../src/services/mails/queueEmail'
import { generateDueReport } from '../../src/services/reports/schedule/generateDueReport'
import { textRows, workbookOf } from '../factories/workbook'
import { auditTrail, type Change, fine } from './auditTrail'
import { type Login, type Portal, startPortal } from './portal'

/** Every way to write, and the entries it leaves: exactly one for each document that changed. */
let portal: Portal
let trail: ReturnType<typeof auditTrail>
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  trail = auditTrail(portal)
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

/** What imports leave many of, counted. */
function counted(lines: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const what = line.split(' ').slice(0, 3).join(' ')
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return [...counts].map(([what, count]) => `${count} × ${what}`).sort()
}

const samples = new URL('../fixtures/samples/', import.meta.url)
const send = (method: string, path: string, body?: unknown, as: Login = admin) =>
  fine(portal.call(method, path, { as, ...(body === undefined ? {} : { body }) }))
const ask = async (query: string, as: Login = admin) => (await fine(portal.graphql(query, { as }))).data
const sendFile = (path: string, bytes: Uint8Array, name: string, as: Login = admin) => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return fine(portal.call('POST', path, { as, form }))
}
const sample = (name: string) => readFileSync(new URL(name, samples))
const actingAs = async (login: Login) => {
  const user = await portal.payload.findByID({ collection: 'users', id: login.user.id })
  return { user: { ...user, collection: 'users' as const }, overrideAccess: false as const }
}

/** What a path is sent with may come of the paths before it. */
const ids: Record<string, string> = {}

type Path = [path: string, leaves: string[], work: () => Promise<unknown>]

const person = { nachname: 'Tonn', datum: '2026-02-02', fallgruppe: 'onko' }
const derived = 'datum fallId fallgruppe jahr kw nachname quelle'
const created = `admin create cases ${derived}`
const deleted = 'admin delete cases datum! fallId! fallgruppe! jahr! kw! nachname! ort! quelle!'

const casePaths: Path[] = [
  [
    'POST',
    ['admin create cases datum fallId fallgruppe jahr kw nachname notizen quelle'],
    async () => {
      const body = { ...person, notizen: richTextOf(['Nur für Admins']) }
      ids.case = (await send('POST', '/api/cases', body)).doc.id
    },
  ],
  ['PATCH', ['admin update cases thema'], () => send('PATCH', `/api/cases/${ids.case}`, { thema: 'Brust' })],
  ['PATCH with nothing new', [], () => send('PATCH', `/api/cases/${ids.case}`, { thema: 'Brust' })],
  [
    'PATCH that selects its answer',
    ['admin update cases icd icdEingegebenAm icdEingegebenVon'],
    () => send('PATCH', `/api/cases/${ids.case}?select[fallId]=true`, { icd: 'C50.1' }),
  ],
  [
    'PUT icd by somebody who cannot read all of the case',
    ['dak update cases icd! icdEingegebenAm! icdEingegebenVon!'],
    () => send('PUT', `/api/cases/${ids.case}/icd`, { icd: 'C61' }, staff),
  ],
  [
    'PUT icd of a version seen, which opens nothing',
    ['dak update cases icd! icdEingegebenAm!'],
    async () => {
      const { updatedAt } = await portal.payload.findByID({ collection: 'cases', id: ids.case ?? '' })
      await send('PUT', `/api/cases/${ids.case}/icd`, { icd: 'C62', updatedAt }, staff)
    },
  ],
  [
    'PUT coding',
    [`${created} …`, 'admin update cases gutachten!', 'admin update cases codiertAm codiertVon gutachtenTyp'],
    async () => {
      await send('PATCH', `/api/cases/${ids.case}`, { gutachten: true })
      ids.open = (await send('POST', '/api/cases', person)).doc.id
      await send('PUT', `/api/coding/${ids.case}`, { gutachtenTyp: 'bestaetigung' })
    },
  ],
  [
    'PUT a batch of codings',
    [
      'admin update cases gutachten!',
      'admin update cases codiertAm codiertVon gutachtenTyp',
      'admin update cases codiertAm! gutachtenTyp!',
    ],
    async () => {
      await send('PATCH', `/api/cases/${ids.open}`, { gutachten: true })
      await send('PUT', '/api/coding', {
        items: [
          { id: ids.case, gutachtenTyp: 'alternative' },
          { id: ids.open, gutachtenTyp: 'bestaetigung' },
        ],
      })
    },
  ],
  [
    'PATCH of many',
    ['admin update cases ort', 'admin update cases ort'],
    () => send('PATCH', '/api/cases?where[nachname][equals]=Tonn', { ort: 'Kiel' }),
  ],
  [
    'GraphQL create',
    [created],
    async () => {
      const { createCase } = await ask(
        'mutation { createCase(data: {nachname: "Graph", datum: "2026-02-03", fallgruppe: onko}) { id } }',
      )
      ids.graph = createCase.id
    },
  ],
  [
    'GraphQL update that asks for one field',
    ['admin update cases ort'],
    () => ask(`mutation { updateCase(id: "${ids.graph}", data: {ort: "Kiel"}) { id } }`),
  ],
  ['GraphQL delete', [deleted], () => ask(`mutation { deleteCase(id: "${ids.graph}") { id } }`)],
  [
    'the Local API of the portal itself',
    [`nobody create cases ${derived}`],
    async () => {
      const data = { nachname: 'Lokal', datum: '2026-02-04', fallgruppe: 'onko' } as never
      ids.local = (await portal.payload.create({ collection: 'cases', data })).id
    },
  ],
  [
    'the Local API on behalf of somebody',
    ['admin update cases ort'],
    async () => {
      const shared = await actingAs(admin)
      const data = { ort: 'Kiel' }
      await portal.payload.update({ collection: 'cases', id: ids.local ?? '', data, ...shared })
    },
  ],
  [
    'DELETE that selects its answer',
    [deleted],
    () => send('DELETE', `/api/cases/${ids.local}?select[id]=true`),
  ],
  [
    'DELETE of many',
    ['admin delete cases …', 'admin delete cases …', 'nobody create cases …', 'nobody create cases …'],
    async () => {
      for (const nachname of ['Weg', 'Weg'])
        await portal.payload.create({ collection: 'cases', data: { ...person, nachname } as never })
      await send('DELETE', '/api/cases?where[nachname][equals]=Weg')
    },
  ],
]

const account =
  'users email isActive language mailOf.coding_completed mailOf.icd_entered mailOf.icd_uploaded ' +
  'mailOf.new_cases_uploaded mailOf.report_ready role username'

const documentPaths: Path[] = [
  [
    'an account by an admin',
    [`admin create ${account}`],
    async () => {
      const body = {
        username: 'Neu',
        email: 'neu@example.org',
        password: 'rosenkohl mag ich',
        role: 'dak_mitarbeiter',
      }
      ids.user = (await send('POST', '/api/users', body)).doc.id
    },
  ],
  [
    'an account by a script',
    [`nobody create ${account}`],
    () =>
      portal.payload.create({
        collection: 'users',
        data: { username: 'Skript', email: 's@example.org', password: 'rosenkohl mag ich', role: 'admin' },
      }),
  ],
  [
    'role and state of an account',
    ['admin update users isActive! mailOf.icd_entered! role!'],
    () =>
      send('PATCH', `/api/users/${ids.user}`, {
        role: 'admin',
        isActive: false,
        mailOf: { icd_entered: false },
      }),
  ],
  [
    'a password that an admin sets, without the password',
    ['admin update users password username!'],
    () =>
      send('PATCH', `/api/users/${ids.user}`, { username: 'Anders', password: 'ein neuer Satz im Regen' }),
  ],
  [
    'one’s own name',
    ['dak2 update users username!'],
    () => send('PATCH', `/api/users/${staff.user.id}`, { username: 'dak2' }, staff),
  ],
  ['an account’s end', ['admin delete users email! …'], () => send('DELETE', `/api/users/${ids.user}`)],
  [
    'settings by REST',
    ['admin update settings duplicates.minScore! mailTexts.icd_entered.de.subject!'],
    () =>
      send('POST', '/api/globals/settings', {
        duplicates: { minScore: 75, kvnrDays: 90 },
        mailTexts: { icd_entered: { de: { subject: 'Neue ICD' } } },
      }),
  ],
  [
    'settings by GraphQL',
    ['admin update settings imports.previewDays!'],
    () =>
      ask(`mutation { updateSetting(data: { imports: { previewDays: 8 }, duplicates: { kvnrDays: 90, minScore: 75 },
        reports: { weekday: _1, hour: 6 }, notifications: { keepDays: 90, gatherMinutes: 30 } }) { mfaPolicy } }`),
  ],
  [
    'an allowed domain',
    [
      'admin create allowed-domains domain isActive role',
      'admin delete allowed-domains domain! role!',
      'admin update allowed-domains isActive!',
    ],
    async () => {
      const { doc } = await send('POST', '/api/allowed-domains', { domain: 'example.com' })
      await send('PATCH', `/api/allowed-domains/${doc.id}`, { isActive: false })
      await send('DELETE', `/api/allowed-domains/${doc.id}`)
    },
  ],
  [
    'a yearly summary',
    [
      'admin create yearly-summaries …',
      'admin delete yearly-summaries …',
      'admin update yearly-summaries erstberatungen!',
    ],
    async () => {
      const { doc } = await send('POST', '/api/yearly-summaries', { jahr: 2019, kw: 3, erstberatungen: 5 })
      const path = `/api/yearly-summaries/${doc.id}`
      await send('PATCH', path, { erstberatungen: 6, generatedAt: '2026-02-02' })
      await send('DELETE', path)
    },
  ],
  [
    'an invitation',
    [
      'admin create invitations createdBy email expiresAt role',
      'admin mailInvitation invitations',
      'admin revokeInvitation invitations',
    ],
    async () => {
      const body = { role: 'dak_mitarbeiter', email: 'gast@example.org' }
      const { doc } = await send('POST', '/api/invitations', body)
      await send('POST', `/api/invitations/${doc.id}/mail`, {})
      await send('POST', `/api/invitations/${doc.id}/revoke`, {})
    },
  ],
  [
    'a report by hand, twice, and the first deleted',
    [
      'admin delete reports jahr! kw! version!',
      'admin report reports jahr kw version',
      'admin report reports jahr kw version',
    ],
    async () => {
      const { id } = await send('POST', '/api/reports/generate', { jahr: 2026, kw: 6 })
      ids.report = (await send('POST', '/api/reports/generate', { jahr: 2026, kw: 6 })).id
      await send('DELETE', `/api/reports/${id}?select[id]=true`)
    },
  ],
  [
    'a report by the schedule',
    ['nobody report reports jahr kw version'],
    () => generateDueReport({ payload: portal.payload, now: new Date(Date.now() + 8 * 86_400_000) }),
  ],
  [
    'a mail sent again, and discarded',
    ['admin delete mails subject! to!', 'admin sendAgain mails subject to'],
    async () => {
      await queueEmail({
        req: { payload: portal.payload },
        to: 'weg@example.org',
        subject: 'Betreff',
        text: '',
      })
      const { docs } = await portal.payload.find({
        collection: 'mails',
        where: { to: { equals: 'weg@example.org' } },
      })
      await send('POST', `/api/mails/${docs[0]?.id}/send-again`, {})
      await send('DELETE', `/api/mails/${docs[0]?.id}`)
    },
  ],
  [
    'the ICD catalogue',
    ['nobody import icd-catalogue total'],
    async () => {
      const req = await createLocalReq({}, portal.payload)
      const filename = 'icd10gm2026syst_kodes.txt'
      await importIcdCatalogue({ req, filename, bytes: sample('icd10gm-sample_kodes.txt') })
    },
  ],
  [
    'what is no document: preferences, locks, notifications read',
    [],
    async () => {
      await send('POST', '/api/payload-preferences/nav', { value: { open: true } })
      await send('PUT', '/api/notifications/read-all', {})
    },
  ],
]

describe('exactly one entry for each document that changed, by', () => {
  test.each([...casePaths, ...documentPaths])('%s', async (_, leaves, work) => {
    const told = await trail.toldOf(work)
    const begins = leaves.filter((line) => line.endsWith(' …'))
    const short = told.map((line) => begins.find((one) => line.startsWith(one.slice(0, -2))) ?? line)
    expect(short.sort()).toEqual([...leaves].sort())
  })

  test('a CRM export: read, planned anew, applied, undone', async () => {
    let importId = ''
    expect(
      await trail.toldOf(async () => {
        importId = (await sendFile('/api/import/csv', sample('crm-2026-kw06.csv'), 'kw06.csv')).importId
      }),
    ).toEqual(['admin preview imports filename kind rows'])
    const plan = { corrections: { 3: { ort: 'Kiel' } } }
    expect(await trail.toldOf(() => send('POST', `/api/import/${importId}/plan`, plan))).toEqual([
      'admin replan imports corrections decisions',
    ])
    let created = 0
    const applied = await trail.toldOf(async () => {
      created = (await send('POST', '/api/import/csv/confirm', { importId })).created
    })
    expect(created).toBeGreaterThan(40)
    expect(counted(applied)).toEqual([`1 × admin import imports`, `${created} × admin create cases`])
    expect(applied).toContain('admin import imports created failed skipped updated')
    const undone = await trail.toldOf(() => send('POST', `/api/import/${importId}/undo`, {}))
    expect(counted(undone)).toEqual([`1 × admin undo imports`, `${created} × admin delete cases`])
  })

  test('an accounting workbook that a job applies and undoes for whoever confirmed it', async () => {
    const bytes = sample('Abrechnung_DAK.xlsx')
    const { importId } = await sendFile('/api/import/historical', bytes, 'Abrechnung_DAK.xlsx')
    const entry = { total: 2_001 }
    await portal.payload.db.updateOne({ collection: 'imports', id: importId, data: entry })
    const applied = await trail.toldOf(async () => {
      const queued = await send('POST', '/api/import/historical/confirm', { importId })
      expect(queued.status).toBe('applying')
      await portal.runJobs()
    })
    const { body } = await portal.call('GET', `/api/import/${importId}`, { as: admin })
    const { created } = body.result
    expect(created).toBeGreaterThan(1_000)
    expect(counted(applied)).toEqual([`1 × admin import imports`, `${created} × admin create cases`])
    const undone = await trail.toldOf(async () => {
      await send('POST', `/api/import/${importId}/undo`, {})
      await portal.runJobs()
    })
    expect(counted(undone)).toEqual([`1 × admin undo imports`, `${created} × admin delete cases`])
  })

  test('a Berichtswesen, whose weeks are created and removed', async () => {
    const bytes = sample('Berichtswesen_2024_KW52.xlsx')
    const { importId } = await sendFile('/api/import/berichtswesen', bytes, 'Berichtswesen_2024_KW52.xlsx')
    const confirm = () => send('POST', '/api/import/berichtswesen/confirm', { importId })
    expect(counted(await trail.toldOf(confirm))).toEqual([
      '1 × admin import imports',
      '52 × admin create yearly-summaries',
    ])
    expect(counted(await trail.toldOf(() => send('POST', `/api/import/${importId}/undo`, {})))).toEqual([
      '1 × admin undo imports',
      '52 × admin delete yearly-summaries',
    ])
  })

  test('the ICD workbook of DAK staff, one for each case it names', async () => {
    const { fallId } = await portal.payload.findByID({ collection: 'cases', id: ids.open ?? '' })
    const rows = [
      ['Fall-ID', 'Nachname', 'Vorname', 'Fallgruppe', 'KW', 'ICD'],
      [String(fallId), '', '', '', '', 'C20'],
    ]
    const bytes = workbookOf({ sheets: { Fälle: textRows(rows) } })
    const { importId } = await sendFile('/api/import/icd-xlsx', bytes, 'icd.xlsx', staff)
    const confirm = () => send('POST', '/api/import/icd-xlsx/confirm', { importId }, staff)
    expect(await trail.toldOf(confirm)).toEqual([
      'dak2 import imports created failed skipped updated',
      'dak2 update cases icd icdEingegebenAm icdEingegebenVon',
    ])
  })

  test('a preview that nobody applied', async () => {
    await sendFile('/api/import/csv', sample('crm-2026-kw07.csv'), 'kw07.csv')
    const { docs } = await portal.payload.find({
      collection: 'imports',
      where: { status: { equals: 'previewed' } },
    })
    const now = new Date(Date.now() + 100 * 86_400_000)
    const told = await trail.toldOf(() => expirePreviews({ payload: portal.payload, now }))
    expect(told).toEqual(Array(docs.length).fill('nobody expire imports'))
  })
})

describe('an entry', () => {
  test('says what changed, when the version was made, from where and with which browser', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Testbrowser 1.0' }
    const body = { kurzbeschreibung: 'Neu' }
    const path = `/api/cases/${ids.case}`
    const [entry] = await trail.gainedBy(() => fine(portal.call('PATCH', path, { as: admin, body, headers })))
    const { updatedAt } = await portal.payload.findByID({ collection: 'cases', id: ids.case ?? '' })
    expect(entry).toMatchObject({
      at: updatedAt,
      user: admin.user.id,
      action: 'update',
      entityType: 'cases',
      entityId: ids.case,
      changes: [{ field: 'kurzbeschreibung', old: null, new: 'Neu' }],
      ip: '203.0.113.7',
      userAgent: 'Testbrowser 1.0',
    })
  })

  test('of a password has neither the old nor the new one, nor what is made of them', async () => {
    const password = 'noch ein Satz im Wald'
    const [entry] = await trail.gainedBy(() =>
      portal.payload.update({ collection: 'users', id: staff.user.id, data: { password } }),
    )
    expect(entry?.changes).toEqual([{ field: 'password', old: null, new: null }])
    const { docs } = await portal.payload.find({ collection: 'audit-log', pagination: false })
    const secrets = /hash|salt|token|pbkdf2|rosenkohl|im Wald|im Regen/i
    expect(
      docs.flatMap(({ changes }) => changes as Change[]).filter((one) => secrets.test(JSON.stringify(one))),
    ).toEqual([])
  })

  test('is altered and deleted by nobody, over any API', async () => {
    const { docs } = await portal.payload.find({ collection: 'audit-log', limit: 1 })
    const id = docs[0]?.id ?? ''
    const path = `/api/audit-log/${id}`
    const statuses = [
      await portal.call('PATCH', path, { as: admin, body: { action: 'delete' } }),
      await portal.call('DELETE', path, { as: admin }),
      await portal.call('PATCH', `/api/audit-log?where[id][equals]=${id}`, { as: admin, body: { ip: 'x' } }),
      await portal.call('DELETE', `/api/audit-log?where[id][equals]=${id}`, { as: admin }),
      await portal.call('POST', '/api/audit-log', { as: admin, body: docs[0] }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 403, 403, 403])
    for (const mutation of [`updateAuditLog(id: "${id}", data: {ip: "x"})`, `deleteAuditLog(id: "${id}")`]) {
      const { body } = await portal.graphql(`mutation { ${mutation} { id } }`, { as: admin })
      expect(body.errors[0].extensions.statusCode).toBe(403)
    }
    const { payload } = portal
    const asAdmin = { collection: 'audit-log' as const, id, ...(await actingAs(admin)) }
    const asPortal = { collection: 'audit-log' as const, id }
    for (const call of [asAdmin, asPortal]) {
      await expect(payload.update({ ...call, data: { ip: 'x' } })).rejects.toMatchObject({ status: 403 })
      await expect(payload.delete(call)).rejects.toMatchObject({ status: 403 })
    }
    expect(await payload.findByID(asPortal)).toEqual(docs[0])
  })

  test('keeps who it was when the account is deleted', async () => {
    const { user } = await portal.login('admin', 'leaver')
    await portal.payload.delete({ collection: 'users', id: user.id })
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { user: { equals: user.id } },
    })
    expect(docs.map(({ action }) => action)).toEqual(['login'])
  })
})
