import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/lib/xlsx/read/readWorkbook'
import { exportAudit } from '../../src/services/audit/exportAudit'
import { storeOf } from '../../src/store/storeOf'
import { fine } from './auditTrail'
import { type Login, type Portal, startPortal } from './portal'

/** The log as admins read it: filtered, in words, and as a file. */
let portal: Portal
let admin: Login
let staff: Login
let caseId: string
let fallId: string

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin', 'anna')
  staff = await portal.login('dak_mitarbeiter', 'dirk')
  const body = { nachname: 'Tonn', datum: '2026-02-02', fallgruppe: 'onko', geburtsdatum: '1960-04-28' }
  const { doc } = await send('POST', '/api/cases', body)
  caseId = doc.id
  fallId = doc.fallId
  await send('PUT', `/api/cases/${caseId}/icd`, { icd: 'C50.1' }, staff)
  await send('PATCH', `/api/cases/${caseId}`, { gutachten: true, geburtsdatum: '1961-04-28', ort: '=1+1' })
  await send('GET', `/api/cases/${caseId}`, undefined, staff)
})

afterAll(() => portal.stop())

const send = (method: string, path: string, body?: unknown, as: Login = admin) =>
  fine(portal.call(method, path, { as, ...(body === undefined ? {} : { body }) }))
const list = async (query: string, language: 'de' | 'en' = 'de') =>
  fine(portal.call('GET', `/api/audit-log/list?${query}`, { as: admin, language }))
const told = async (query: string) =>
  ((await list(query)).docs as { user: string | null; actionLabel: string; entityTitle: string }[]).map(
    ({ user, actionLabel, entityTitle }) => `${user ?? '–'}: ${actionLabel} ${entityTitle}`,
  )

describe('the list', () => {
  test('tells of a case in words: labels, days, yes and no, choices, names, and where it is', async () => {
    const { docs } = await list(`entityType=cases&entityId=${caseId}`)
    expect(
      docs.map(({ user, actionLabel }: { user: string; actionLabel: string }) => [user, actionLabel]),
    ).toEqual([
      ['dirk', 'Geöffnet'],
      ['anna', 'Geändert'],
      ['dirk', 'Geändert'],
      ['anna', 'Angelegt'],
    ])
    expect(docs[1]).toMatchObject({
      entityTitle: fallId,
      entityLabel: 'Fall',
      path: `/collections/cases/${caseId}`,
      changes: [
        { label: 'Geburtsdatum', old: '28.04.1960', new: '28.04.1961', isHidden: false },
        { label: 'Ort', old: '', new: '=1+1' },
        { label: 'Gutachten', old: 'Nein', new: 'Ja' },
      ],
    })
    const changesOf = (index: number) =>
      Object.fromEntries(
        docs[index].changes.map((one: { label: string; new: string }) => [one.label, one.new]),
      )
    expect(changesOf(2)).toMatchObject({ 'ICD eingegeben von': 'dirk' })
    expect(changesOf(2)['ICD eingegeben am']).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/)
    expect(changesOf(3)).toMatchObject({ Fallgruppe: 'Onkologie', Quelle: 'Von Hand' })
  })

  test('speaks English to whoever asks so', async () => {
    const { docs } = await list(`entityId=${caseId}&action=update&user=${admin.user.id}`, 'en')
    expect(docs[0]).toMatchObject({ actionLabel: 'Changed', entityLabel: 'Case' })
    expect(docs[0].changes[2]).toMatchObject({ label: 'Expert opinion', old: 'No', new: 'Yes' })
  })

  test('is filtered by who, what, on what and when, alone and together', async () => {
    expect(await told(`entityId=${encodeURIComponent(` ${fallId} `)}`)).toHaveLength(4)
    expect(await told(`user=${staff.user.id}&entityType=cases`)).toEqual([
      `dirk: Geöffnet ${fallId}`,
      `dirk: Geändert ${fallId}`,
    ])
    expect(await told('user=none&entityType=users')).toEqual(['–: Angelegt dirk', '–: Angelegt anna'])
    expect(await told('action=login')).toEqual(['dirk: Angemeldet dirk', 'anna: Angemeldet anna'])
    expect(await told('action=create&entityType=cases')).toEqual([`anna: Angelegt ${fallId}`])
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
    const { totalDocs } = await list('')
    expect((await list(`from=${today}&to=${today}`)).totalDocs).toBe(totalDocs)
    expect((await list('to=2020-01-01')).totalDocs).toBe(0)
    expect((await list('from=2099-01-01')).docs).toEqual([])
    const wrong = await portal.call('GET', '/api/audit-log/list?from=morgen', { as: admin })
    expect([wrong.status, wrong.body.errors[0]]).toEqual([
      400,
      expect.objectContaining({ field: 'from', message: expect.stringContaining('morgen') }),
    ])
  })

  test('has every entry once, page by page, also of those of one instant', async () => {
    const at = '2019-05-05T10:00:00.000Z'
    for (let number = 0; number < 25; number += 1)
      await portal.payload.db.create({
        collection: 'audit-log',
        data: { at, action: 'update', entityType: 'cases', entityId: `many-${number}`, changes: [] },
      })
    const pages = [1, 2, 3].map((page) => list(`from=2019-05-05&to=2019-05-05&limit=10&page=${page}`))
    const answers = await Promise.all(pages)
    expect(answers[0]).toMatchObject({ totalDocs: 25, totalPages: 3, hasMore: false })
    const ids = answers.flatMap(({ docs }) => docs.map(({ entityId }: { entityId: string }) => entityId))
    expect(new Set(ids).size).toBe(25)
  })

  test('names accounts that are gone, and leads nowhere where nothing is', async () => {
    const { user } = await portal.login('dak_mitarbeiter', 'leaver')
    await send('DELETE', `/api/users/${user.id}`)
    const { docs } = await list(`entityId=${user.id}`)
    expect(
      docs.map((one: { user: string; actionLabel: string; entityTitle: string; path: string | null }) => [
        one.user,
        one.actionLabel,
        one.entityTitle,
        one.path,
      ]),
    ).toEqual([
      ['anna', 'Gelöscht', 'leaver', null],
      ['leaver', 'Angemeldet', 'leaver', null],
      [null, 'Angelegt', 'leaver', null],
    ])
  })

  test('says that a password was changed, and that an address is unknown', async () => {
    await send('PATCH', `/api/users/${staff.user.id}`, { password: 'rosenkohl mag ich' })
    const { docs } = await list(`entityId=${staff.user.id}&action=update`)
    expect(docs[0].changes).toEqual([
      { field: 'password', label: 'Passwort', old: '', new: '', isHidden: true },
    ])
    const body = { email: 'niemand@example.org', password: 'falsch geraten' }
    await portal.call('POST', '/api/users/login', { body })
    const failed = await list('action=loginFailed')
    expect(failed.docs[0]).toMatchObject({
      entityTitle: 'unbekannt',
      path: null,
      changes: [{ label: 'Grund', new: 'Unbekannte Adresse' }],
    })
  })

  test('tells of settings by their groups', async () => {
    await send('POST', '/api/globals/settings', { reports: { weekday: '2', hour: 7 } })
    const { docs } = await list('entityType=settings')
    expect(docs[0]).toMatchObject({
      entityLabel: 'Einstellungen',
      entityTitle: '',
      path: '/globals/settings',
    })
    expect(docs[0].changes).toMatchObject([
      { label: 'Berichtswesen: Wochentag', old: 'Montag', new: 'Dienstag' },
      { label: 'Berichtswesen: Stunde (0 bis 23, Ortszeit Berlin)', old: '6', new: '7' },
    ])
  })
})

describe('the export', () => {
  const query = () => `entityType=cases&entityId=${caseId}`
  const download = (format: string, language: 'de' | 'en' = 'de') =>
    portal.call('GET', `/api/audit-log/${format}?${query()}`, { as: admin, language })

  test('is what is filtered, as a workbook', async () => {
    const { status, body, headers } = await download('xlsx')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/Protokoll_\d{4}-\d\d-\d\d\.xlsx/)
    const read = await readWorkbook({ bytes: body, wanted: () => true })
    if (!read.ok) throw new Error('The workbook cannot be read.')
    const rows = read.workbook.sheets[0]?.rows.map(({ cells }) => cells) ?? []
    expect(rows[0]?.slice(0, 3)).toEqual(['Zeitpunkt', 'Wer', 'Aktion'])
    expect(rows).toHaveLength(5)
    expect(rows[2]).toEqual(expect.arrayContaining(['anna', 'Geändert', 'Fall', fallId, caseId]))
    expect(rows[2]?.[6]).toBe('Geburtsdatum: 28.04.1960 → 28.04.1961; Ort: =1+1; Gutachten: Nein → Ja')
  })

  test('is the same as CSV, in the language and for the spreadsheets of whoever asks', async () => {
    const german = (await download('csv')).body.toString()
    expect(german.split('\r\n')[0]).toBe(
      '\ufeffZeitpunkt;Wer;Aktion;Was;Bezeichnung;Kennung;Änderungen;Adresse;Browser',
    )
    expect(german.trimEnd().split('\r\n')).toHaveLength(5)
    expect((await download('csv', 'en')).body.toString()).toMatch(/^\ufeffTime,Who,Action/)
  })

  test('holds no formula', async () => {
    await send('POST', '/api/allowed-domains', { domain: 'example.net' })
    const entry = {
      at: new Date().toISOString(),
      action: 'create' as const,
      entityType: 'files',
      entityId: '=cmd|calc',
      changes: [],
    }
    await portal.payload.db.create({ collection: 'audit-log', data: entry })
    const { body } = await portal.call('GET', '/api/audit-log/csv?entityType=files&action=create', {
      as: admin,
    })
    expect(body.toString()).toContain(";'=cmd|calc;")
  })

  test('is itself written down, with what was chosen', async () => {
    await download('xlsx')
    const { docs } = await list('action=download')
    expect(docs[0]).toMatchObject({ user: 'anna', entityLabel: 'Datei', entityTitle: 'Protokoll' })
    const carried = Object.fromEntries(
      docs[0].changes.map((one: { label: string; new: string }) => [one.label, one.new]),
    )
    expect(carried).toMatchObject({
      Was: 'Protokoll',
      Zeilen: '4',
      Auswahl: `entityType=cases, entityId=${caseId}`,
    })
  })

  test('of too many entries is refused, and says how many there may be', async () => {
    const req = await createLocalReq({}, portal.payload)
    const refused = exportAudit({ req, query: { entityId: caseId }, format: 'csv', max: 3 })
    await expect(refused).rejects.toMatchObject({
      status: 422,
      entries: [{ code: 'auditExportTooLarge', max: 3, message: expect.stringContaining('mehr als 3') }],
    })
    expect(
      (await exportAudit({ req, query: { entityId: caseId }, format: 'csv', max: 4 })).bytes.length,
    ).toBeGreaterThan(0)
  })
})

test('counts no further than it pages', async () => {
  const store = storeOf(portal.payload)
  expect(await store.countAudit({ filter: { entityId: caseId }, limit: 3 })).toBe(3)
  expect(await store.countAudit({ filter: { entityId: caseId }, limit: 10 })).toBe(4)
  const ids = await store.auditIds({ filter: { entityId: caseId }, limit: 2 })
  const page = await store.auditPage({ filter: { entityId: caseId }, start: 0, limit: 2 })
  expect(page.map(({ id }) => id)).toEqual(ids)
})
