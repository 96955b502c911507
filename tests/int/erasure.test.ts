import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit } from '../../src/services/audit/sealAudit'
import { verifyAudit } from '../../src/services/audit/verifyAudit'
import { applyRetention } from '../../src/services/erasure/applyRetention'
import { storeOf } from '../../src/store/storeOf'
import { textRows, workbookOf } from '../factories/workbook'
import { placesOf } from './everyByte'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'
const line = ({
  who,
  day = '02.02.26',
  modul = 'Zweitmeinung Onkologie',
  thema = '',
  ticket = '',
}: {
  who: string
  day?: string
  modul?: string
  thema?: string
  ticket?: string
}) => `${who},"${day}, 08:50",${modul},${thema},${ticket}`

const kvnr = 'X110465770'
const person = `Kwiatkowska | Ludmilla | 28.04.1960 | ${kvnr}`
/** The same name, and somebody else: born on another day. */
const namesake = 'Kwiatkowska | Ludmilla | 01.01.1971 | '
const other = 'Tonn | Regina | 29.04.1960 | D410126355'

async function preview({ path, bytes, as = admin }: { path: string; bytes: BlobPart; as?: Login }) {
  const form = new FormData()
  form.set('file', new File([bytes], path === 'csv' ? 'a.csv' : 'a.xlsx'))
  const { status, body } = await portal.call('POST', `/api/import/${path}`, { as, form })
  expect(status).toBe(201)
  return body
}

const csv = (lines: string[]) => preview({ path: 'csv', bytes: [header, ...lines].join('\n') })

async function confirm(importId: string, path = 'csv', as = admin) {
  const answer = await portal.call('POST', `/api/import/${path}/confirm`, { as, body: { importId } })
  expect(answer.status).toBe(200)
  return answer.body
}

const search = async (body: object) =>
  (await portal.call('POST', '/api/erasures/search', { as: admin, body })).body
const ask = (body: object, as: Login | undefined = admin) =>
  portal.call('POST', '/api/erasures', { as, body })
const rowsOf = async (id: string) =>
  (await portal.call('GET', `/api/import/${id}/rows`, { as: admin })).body.docs as any[]
const latest = async () => (await portal.call('GET', '/api/erasures/list', { as: admin })).body.docs[0]
const caseOf = async (nachname: string) =>
  (await portal.payload.find({ collection: 'cases', where: { nachname: { equals: nachname } } })).docs
const findings = async () => {
  await sealAudit({ payload: portal.payload })
  return (await verifyAudit({ payload: portal.payload, given: [] })).findings
}

describe.sequential('a person is erased', () => {
  const imports: Record<'crm' | 'icd' | 'open' | 'deleted', string> = {
    crm: '',
    icd: '',
    open: '',
    deleted: '',
  }
  let caseId = ''
  let fallId = ''
  /** What tells of her anywhere; her names are those of somebody else as well. */
  const hers = () => [
    kvnr,
    '1960-04-28',
    '28.04.1960',
    'kwiatkowska|ludmilla|1960',
    fallId,
    'ludmilla.k@example.org',
    'Nasenbluten',
    'Rheinallee',
  ]

  test('who is everywhere: in cases, imports, previews, notes and the audit log', async () => {
    const lines = [
      line({ who: person, thema: 'Nasenbluten', ticket: 'T-1' }),
      line({ who: person, thema: 'Nasenbluten', ticket: 'T-1' }),
      line({ who: person, modul: 'Unbekannt', thema: 'Nasenbluten' }),
      line({ who: `Kwiatkowska | Ludmilla |  | ${kvnr.slice(0, 5)}`, modul: 'Unbekannt' }),
      line({ who: namesake, ticket: 'T-2', modul: 'Zweitmeinung Gallenblase' }),
      line({ who: other, ticket: 'T-3' }),
    ]
    const { importId } = await csv(lines)
    expect(await confirm(importId)).toMatchObject({ created: 3, failed: 2 })
    imports.crm = importId
    const [hers] = (await caseOf('Kwiatkowska')).filter((one) => one.kvnr === kvnr)
    caseId = hers?.id ?? ''
    fallId = hers?.fallId ?? ''
    const body = {
      email: 'ludmilla.k@example.org',
      strasse: 'Rheinallee',
      gutachten: true,
      gutachtenTyp: 'alternative',
      notizen: {
        root: {
          type: 'root',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          children: [
            {
              type: 'paragraph',
              version: 1,
              direction: null,
              format: '',
              indent: 0,
              children: [{ type: 'text', version: 1, text: 'Rheinallee geklingelt' }],
            },
          ],
        },
      },
    }
    const changed = await portal.call('PATCH', `/api/cases/${caseId}`, { as: admin, body })
    expect(changed.status).toBe(200)
    await portal.call('GET', `/api/cases/${caseId}`, { as: staff })
    const template = workbookOf({
      sheets: {
        Vorlage: textRows([
          ['Fall-ID', 'Nachname', 'ICD'],
          [fallId, 'Kwiatkowska', 'C50.1'],
        ]),
      },
    })
    const icd = await preview({ path: 'icd-xlsx', bytes: new Uint8Array(template), as: staff })
    imports.icd = icd.importId
    await confirm(icd.importId, 'icd-xlsx', staff)
    imports.open = (
      await csv([
        line({ who: person, day: '03.02.26', thema: 'Nasenbluten', ticket: 'T-4' }),
        line({ who: 'Neu | Nina | 01.02.1980 | ' }),
      ])
    ).importId
    await portal.call('POST', `/api/import/${imports.open}/plan`, {
      as: admin,
      body: { corrections: { 2: { vorname: 'Ludmilla', kvnr } } },
    })
    // A case that somebody deleted before anybody asked for more.
    const gone = await csv([
      line({ who: person, day: '09.02.26', ticket: 'T-9', modul: 'Zweitmeinung Kardiologie' }),
    ])
    imports.deleted = gone.importId
    await confirm(gone.importId)
    const [deleted] = (await caseOf('Kwiatkowska')).filter(({ fallgruppe }) => fallgruppe === 'kardio')
    await portal.call('DELETE', `/api/cases/${deleted?.id}`, { as: admin })
    const filter = `/api/audit-log/xlsx?entityType=cases&entityId=${encodeURIComponent(fallId)}`
    expect((await portal.call('GET', filter, { as: admin })).status).toBe(200)
    await portal.call('GET', `/api/import/${imports.crm}/errors`, { as: admin })
    await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 8 } })
    await portal.runJobs()
    expect(await findings()).toEqual([])
    expect((await placesOf([kvnr])).length).toBeGreaterThan(0)
  })

  test('is found by a case or by who she is, with those who may be her apart from those who are not', async () => {
    const byCase = await search({ fallId })
    expect(byCase.cases).toMatchObject([{ fallId, likeness: 'certain' }])
    expect((await search({ kvnr: 'x110 465770' })).cases).toMatchObject([{ fallId }])
    const byName = await search({ nachname: 'KWIATKOWSKA', vorname: 'Ludmilla' })
    expect(byName.cases).toHaveLength(2)
    expect(byName.cases.every((one: any) => one.likeness === 'possible')).toBe(true)
    expect(
      (await search({ nachname: 'Kwiatkowska', vorname: 'Ludmilla', geburtsdatum: '1960-04-28' })).cases,
    ).toEqual([expect.objectContaining({ fallId, likeness: 'certain' })])
    expect((await search({ nachname: 'Kwiatkowska' })).errors[0].code).toBe('malformed')
    expect((await search({ fallId: '2026-06-onko-Niemand' })).errors[0]).toMatchObject({
      code: 'erasureCaseUnknown',
      message: expect.stringContaining('2026-06-onko-Niemand'),
    })
  })

  test('not by a reference that would name her, nor by nobody, nor by DAK staff', async () => {
    for (const reference of ['Antrag Kwiatkowska', `AZ ${kvnr}`])
      expect((await ask({ caseIds: [caseId], reference })).body.errors[0].code).toBe('erasureReferenceNames')
    expect((await ask({})).body.errors[0].code).toBe('erasureOfNobody')
    expect((await ask({ caseIds: ['019f0000-0000-7000-8000-000000000000'] })).status).toBe(404)
    expect((await ask({ caseIds: [caseId] }, staff)).status).toBe(403)
  })

  test('and leaves no byte in the database and its files', async () => {
    const { status, body } = await ask({ caseIds: [caseId], reference: 'AZ 17/26' })
    expect([status, body.status]).toEqual([202, 'running'])
    await portal.runJobs()
    expect(await latest()).toMatchObject({
      status: 'done',
      reference: 'AZ 17/26',
      by: 'admin',
      cases: 1,
      icdCodes: 1,
      importRows: 7,
    })
    expect(await placesOf(hers())).toEqual([])
    const found = await search({ nachname: 'Kwiatkowska', vorname: 'Ludmilla' })
    expect(found.cases).toHaveLength(1)
    expect((await caseOf('Tonn')).length).toBe(1)
  })

  test('while the audit log still verifies, and tells who did what', async () => {
    expect(await findings()).toEqual([])
    const { docs } = (
      await portal.call('GET', `/api/audit-log/list?entityType=cases&entityId=${caseId}&limit=50`, {
        as: admin,
      })
    ).body
    const actions = docs.map(({ action }: any) => action)
    expect(actions).toEqual(expect.arrayContaining(['create', 'update', 'open', 'erase']))
    const changes = docs.flatMap((entry: any) => entry.changes)
    expect(changes.map(({ field }: any) => field)).toContain('strasse')
    expect(changes.every(({ old, new: now }: any) => old === '' && now === '')).toBe(true)
  })

  test('rows of others stay as they were; hers keep their place and what became of them', async () => {
    const rows = await rowsOf(imports.crm)
    expect(rows.map(({ action, data }) => [action, data.nachname ?? null, data.vorname ?? null])).toEqual([
      ['create', null, null],
      ['skip', null, null],
      ['error', null, null],
      ['error', null, null],
      ['create', 'Kwiatkowska', 'Ludmilla'],
      ['create', 'Tonn', 'Regina'],
    ])
    expect(rows[0].problems).toMatchObject([{ code: 'erased', message: expect.stringContaining('gelöscht') }])
    expect((await rowsOf(imports.icd))[0].data).toEqual({})
    const errors = await portal.call('GET', `/api/import/${imports.crm}/errors`, { as: admin })
    expect(String(errors.body).trim().split('\n')).toHaveLength(1)
  })

  test('an open preview can still be applied, without her', async () => {
    const shown = await portal.call('GET', `/api/import/${imports.open}`, { as: admin })
    expect(shown.body.counts).toMatchObject({ total: 2, create: 1, error: 1 })
    expect(await confirm(imports.open)).toMatchObject({ created: 1, failed: 1 })
    expect((await caseOf('Neu')).length).toBe(1)
    expect(await placesOf(hers())).toEqual([])
  })

  test('an import with a row of hers can still be undone', async () => {
    const { status, body } = await portal.call('POST', `/api/import/${imports.crm}/undo`, { as: admin })
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'undone', reversed: 3, failed: 0 })
    expect(await caseOf('Tonn')).toEqual([])
  })
})

describe.sequential('an erasure that is cut off', () => {
  const nights = () =>
    applyRetention({ payload: portal.payload, now: new Date(), origin: {}, isAsked: false })
  const madeBy = async (nachname: string) => {
    const { importId } = await csv([
      line({ who: `${nachname} | Eva | 03.04.1955 | `, thema: `Thema ${nachname}` }),
    ])
    await confirm(importId)
    const [made] = await caseOf(nachname)
    return { importId, caseId: made?.id ?? '', fallId: made?.fallId ?? '' }
  }

  test('by an import that is just being undone: fails, keeps the case, and is carried out at night', async () => {
    const { importId, caseId, fallId } = await madeBy('Wartmann')
    const under = (isUndoing: boolean) =>
      portal.payload.db.updateOne({ collection: 'imports', id: importId, data: { isUndoing } })
    await under(true)
    expect((await ask({ caseIds: [caseId] })).status).toBe(202)
    await portal.runJobs()
    expect(await latest()).toMatchObject({ status: 'failed', cases: 0, finishedAt: null })
    expect((await caseOf('Wartmann')).length).toBe(1)
    await under(false)
    await nights()
    expect(await latest()).toMatchObject({ status: 'done', cases: 1, importRows: 1 })
    expect(await placesOf([fallId, 'Wartmann'])).toEqual([])
  })

  test('after the case is gone: the rest goes with the next run', async () => {
    const { caseId, fallId } = await madeBy('Abbruch')
    expect((await ask({ caseIds: [caseId] })).status).toBe(202)
    await storeOf(portal.payload).eraseCases({ ids: [caseId], audit: [] })
    expect((await placesOf([fallId])).length).toBeGreaterThan(0)
    await nights()
    expect(await latest()).toMatchObject({ status: 'done', importRows: 1 })
    expect(await placesOf([fallId, 'Abbruch'])).toEqual([])
    expect(await findings()).toEqual([])
  })
})

describe.sequential('what is older than the periods of the settings is erased', () => {
  const settings = (retention: object) =>
    portal.call('POST', '/api/globals/settings', { as: admin, body: { retention } })
  const dryRun = async () => (await portal.call('GET', '/api/erasures/retention', { as: admin })).body
  let importId = ''

  beforeAll(async () => {
    ;({ importId } = await csv([
      line({ who: 'Alt | Alma | 01.02.1950 | ', day: '02.03.20' }),
      line({ who: 'Jung | Jan | 01.02.1990 | ', day: '02.03.26' }),
      line({ who: 'Falsch | Fritz | 01.02.1990 | ', modul: 'Unbekannt', day: '02.03.26' }),
    ]))
    await confirm(importId)
  })

  test('never, unless there are periods', async () => {
    expect(await dryRun()).toMatchObject({ caseDays: null, importDays: null, cases: 0, imports: 0 })
    const { status, body } = await portal.call('POST', '/api/erasures/retention', { as: admin })
    expect([status, body.errors[0].code]).toEqual([409, 'retentionNotSet'])
    expect((await settings({ caseDays: 365 })).status).toBe(400)
  })

  test('not by a dry run, nor at night unless it is to happen by itself', async () => {
    expect((await settings({ caseDays: 1_826, importDays: 30 })).status).toBe(200)
    expect(await dryRun()).toMatchObject({ cases: 1, imports: 0, examples: ['2020-10-onko-Alt'] })
    await applyRetention({ payload: portal.payload, now: new Date(), origin: {}, isAsked: false })
    expect((await caseOf('Alt')).length).toBe(1)
  })

  test('when an admin says so: the case, with its rows and entries', async () => {
    const { status } = await portal.call('POST', '/api/erasures/retention', { as: admin })
    expect(status).toBe(202)
    await portal.runJobs()
    expect(await caseOf('Alt')).toEqual([])
    expect((await caseOf('Jung')).length).toBe(1)
    expect(await latest()).toMatchObject({ reason: 'retention', status: 'done', cases: 1, importRows: 1 })
    expect(await placesOf(['2020-10-onko-Alt', 'Alma'])).toEqual([])
    expect(await findings()).toEqual([])
  })

  test('and by itself: rows of imports when nobody touched them for so long, and then nothing can be undone', async () => {
    await settings({ caseDays: null, importDays: 30, isAutomatic: true })
    const later = new Date(Date.now() + 31 * 86_400_000)
    await applyRetention({ payload: portal.payload, now: later, origin: {}, isAsked: false })
    expect(await rowsOf(importId)).toEqual([])
    const shown = await portal.call('GET', `/api/import/${importId}`, { as: admin })
    expect(shown.body).toMatchObject({ status: 'applied', result: { created: 2, failed: 1 } })
    expect(JSON.stringify(shown.body)).not.toContain('Unbekannt')
    const undone = await portal.call('POST', `/api/import/${importId}/undo`, { as: admin })
    expect([undone.status, undone.body.errors[0].code]).toEqual([409, 'importRowsErased'])
    expect((await caseOf('Jung')).length).toBe(1)
  })
})
