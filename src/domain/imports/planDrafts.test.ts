import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../calendar/calendarDate'
import { fallgruppeKeys } from '../cases/caseFields'
import type { CaseValues } from '../cases/caseValues'
import { withoutPause } from '../withoutPause'
import { countItems } from './countItems'
import { parseCrmCsv } from './crmCsv/parseCrmCsv'
import { draftRows } from './draftRows'
import { type Plan, planDrafts } from './planDrafts'
import type { Decision, ExistingCase, SourceRow } from './planItem'

const samples = new URL('../../../tests/fixtures/samples/', import.meta.url)
const today = '2026-11-23' as CalendarDate
const defaultLimits = { kvnrDays: 90, minScore: 80 }
const context = { today, now: '2026-11-23T10:00:00.000Z', actor: 'me' }
const tonn: CaseValues = {
  quelle: 'crm',
  datum: '2026-02-02',
  fallgruppe: 'onko',
  nachname: 'Tonn',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
  crmTicketId: 'T-1',
}
const other: CaseValues = { ...tonn, nachname: 'Daum', crmTicketId: 'T-2' }

type Around = {
  existing?: ExistingCase[]
  decisions?: Record<string, Decision>
  limits?: typeof defaultLimits
}

function planOf(
  rows: readonly SourceRow[],
  { existing = [], decisions = {}, limits = defaultLimits }: Around = {},
): Plan {
  return planDrafts({
    drafts: draftRows({ rows, corrections: new Map(), ...context }),
    existing,
    takenFallIds: existing.map(({ fallId }) => fallId),
    decisions: new Map(Object.entries(decisions)),
    limits,
    ...context,
  })
}

/** A plan of rows 2, 3, … with these values. */
function plan(values: CaseValues[], around: Around = {}): Plan {
  return planOf(
    values.map((data, index) => ({ row: index + 2, data, problems: [], cells: [] })),
    around,
  )
}

/** The cases a plan would create, as the database would answer them. */
function stored({ creates }: Plan, before = 0): ExistingCase[] {
  return creates.map(({ ruled: { search, values } }, index) => ({
    id: `case-${before + index + 1}`,
    fallId: String(values.fallId),
    personKey: search.personKey,
    values,
  }))
}

describe('a new case', () => {
  test('is created with its week and Fall-ID', () => {
    const { items, creates } = plan([tonn])
    expect(items[0]).toMatchObject({
      row: 2,
      action: 'create',
      data: { ...tonn, fallId: '2026-06-onko-Tonn', jahr: 2026, kw: 6 },
      changes: [],
      duplicateOf: null,
    })
    expect(items[0]?.data).not.toHaveProperty('statistik')
    expect(items[0]?.data).not.toHaveProperty('personKey')
    expect(creates[0]?.ruled).toMatchObject({
      values: { fallId: '2026-06-onko-Tonn' },
      search: { personKey: expect.any(String) },
    })
  })

  test('gets the next Fall-ID in the order of the file, past those taken', () => {
    const volker = { ...tonn, vorname: 'Volker', crmTicketId: 'T-8' }
    const rainer = { ...tonn, vorname: 'Rainer', crmTicketId: 'T-9' }
    const { items } = plan([volker, rainer], { existing: stored(plan([tonn])) })
    expect(items.map(({ data }) => data.fallId)).toEqual(['2026-06-onko-Tonn-2', '2026-06-onko-Tonn-3'])
  })

  test('may be skipped by decision, and the Fall-ID is left for the next', () => {
    const volker = { ...tonn, vorname: 'Volker', crmTicketId: 'T-8' }
    const { items, creates } = plan([tonn, volker], { decisions: { 2: 'skip' } })
    expect(items.map(({ action }) => action)).toEqual(['skip', 'create'])
    expect(creates.map(({ ruled }) => ruled.values.fallId)).toEqual(['2026-06-onko-Tonn'])
  })

  test('cannot be an update of nothing', () => {
    expect(plan([tonn], { decisions: { 2: 'update' } }).refused).toEqual([{ key: '2', decision: 'update' }])
  })
})

describe('a certain duplicate', () => {
  const existing = stored(plan([tonn]))

  test('of a case is skipped and names it with every reason', () => {
    expect(plan([tonn], { existing }).items[0]).toMatchObject({
      action: 'skip',
      duplicateOf: {
        caseId: 'case-1',
        row: null,
        fallId: '2026-06-onko-Tonn',
        certainty: 'certain',
        reasons: ['crmTicketId', 'person'],
      },
    })
  })

  test('is known by the person alone however it is spelled, and by the ticket alone', () => {
    const spelled = { ...tonn, nachname: 'von TONN', crmTicketId: 'T-7' }
    const ticket = { ...tonn, vorname: 'Rita' }
    const { items } = plan([spelled, ticket], { existing })
    expect(items.map(({ duplicateOf }) => duplicateOf?.reasons)).toEqual([['person'], ['crmTicketId']])
  })

  test('of an earlier row names the row and the Fall-ID it will have', () => {
    expect(plan([tonn, other, tonn]).items[2]).toMatchObject({
      action: 'skip',
      duplicateOf: { caseId: null, row: 2, fallId: '2026-06-onko-Tonn', certainty: 'certain' },
    })
  })

  test('of a case and of an earlier row is one of the case', () => {
    const rita = { ...tonn, vorname: 'Rita', crmTicketId: 'T-5' }
    const { items } = plan([rita, { ...rita, crmTicketId: 'T-1' }], { existing })
    expect(items[1]?.duplicateOf).toMatchObject({ caseId: 'case-1', row: null, reasons: ['crmTicketId'] })
  })

  test('is never one of a row in error', () => {
    const { items } = plan([{ ...tonn, fallgruppe: null }, tonn])
    expect(items.map(({ action }) => action)).toEqual(['error', 'create'])
  })

  test('in a sheet names the sheet', () => {
    const rows = [2, 3].map((row) => ({ row, sheet: '2026', data: tonn, problems: [], cells: [] }))
    const { items } = planOf(rows)
    expect(items[1]).toMatchObject({ sheet: '2026', duplicateOf: { row: 2, sheet: '2026' } })
    expect(planOf(rows, { decisions: { '2026!2': 'skip' } }).items[0]?.action).toBe('skip')
  })

  test('is at most possible where birth date or Vorname are empty on both sides', () => {
    const bare = { ...tonn, geburtsdatum: null, crmTicketId: null }
    expect(countItems(plan([bare, bare]).items)).toMatchObject({ create: 1, skip: 0, decide: 1 })
  })

  test('cannot be created by decision', () => {
    const { refused, creates } = plan([tonn], { existing, decisions: { 2: 'create' } })
    expect(refused).toEqual([{ key: '2', decision: 'create' }])
    expect(creates).toEqual([])
  })
})

describe('an update', () => {
  const existing = stored(plan([{ ...tonn, thema: 'alt', ort: 'Köln' }]))
  const row = { ...tonn, quelle: 'abrechnung', thema: 'neu', ort: null, mobil: '0171' }
  const changes = [
    { field: 'thema', old: 'alt', new: 'neu' },
    { field: 'mobil', old: null, new: '0171' },
  ]

  test('shows old and new of the filled cells before it is decided', () => {
    const { items, updates } = plan([row], { existing })
    expect(items[0]).toMatchObject({ action: 'skip', changes })
    expect(updates).toEqual([])
  })

  test('writes the filled cells that differ, never an empty one, the Fall-ID or the source', () => {
    const { items, updates } = plan([row], { existing, decisions: { 2: 'update' } })
    expect(items[0]).toMatchObject({ action: 'update', changes })
    expect(updates).toHaveLength(1)
    expect(updates[0]?.existing.id).toBe('case-1')
    expect(updates[0]?.before).toEqual(existing[0]?.values)
    expect(updates[0]?.ruled.values).toMatchObject({
      thema: 'neu',
      mobil: '0171',
      jahr: 2026,
      kw: 6,
      updatedBy: 'me',
    })
    for (const field of ['ort', 'quelle', 'fallId', 'nachname'])
      expect(updates[0]?.ruled.values).not.toHaveProperty(field)
  })

  test('derives anew what follows from what it changes', () => {
    const moved = { ...tonn, datum: '2026-02-09' }
    const { updates } = plan([moved], { existing, decisions: { 2: 'update' } })
    expect(updates[0]?.ruled).toMatchObject({
      values: { datum: '2026-02-09', kw: 7 },
      search: { personKey: expect.stringContaining('2026-02-09') },
    })
  })

  test('that changes nothing is a skip', () => {
    const { items, updates } = plan([tonn], { existing, decisions: { 2: 'update' } })
    expect(items[0]).toMatchObject({ action: 'skip', changes: [] })
    expect(updates).toEqual([])
  })

  test('that would break a rule of the case is an error', () => {
    const coded = existing.map((found) => ({
      ...found,
      values: { ...found.values, gutachten: true, therapieaenderung: 'ja' },
    }))
    const flags = { ...tonn, gutachten: true, therapieaenderung: 'ja', taUebertherapie: true }
    expect(plan([flags], { existing: coded, decisions: { 2: 'update' } }).items[0]?.action).toBe('update')
    const broken = coded.map((found) => ({ ...found, values: { ...found.values, taUnterversorgung: true } }))
    const nein = { ...tonn, gutachten: true, therapieaenderung: 'nein' }
    const { items, updates } = plan([nein], { existing: broken, decisions: { 2: 'update' } })
    expect(items[0]).toMatchObject({ action: 'error', problems: [{ code: 'needsTherapieaenderung' }] })
    expect(updates).toEqual([])
  })

  test('of one case by two rows is one write, the later row seeing the earlier', () => {
    const second = { ...row, thema: 'neuer' }
    const { items, updates } = plan([row, second], { existing, decisions: { 2: 'update', 3: 'update' } })
    expect(items[1]?.changes).toEqual([{ field: 'thema', old: 'neu', new: 'neuer' }])
    expect(updates).toHaveLength(1)
    expect(updates[0]?.ruled.values).toMatchObject({ thema: 'neuer', mobil: '0171' })
  })

  test('onto an earlier row of the file goes into what that row creates, in the preview too', () => {
    const { items, creates, updates } = plan([tonn, { ...row, ort: 'Bonn' }], { decisions: { 3: 'update' } })
    expect(items.map(({ action }) => action)).toEqual(['create', 'update'])
    expect(updates).toEqual([])
    expect(creates).toHaveLength(1)
    expect(creates[0]?.ruled.values).toMatchObject({
      fallId: '2026-06-onko-Tonn',
      thema: 'neu',
      ort: 'Bonn',
      quelle: 'crm',
    })
    expect(items[0]?.data).toMatchObject({ fallId: '2026-06-onko-Tonn', thema: 'neu', ort: 'Bonn' })
    expect(items[0]?.data).not.toHaveProperty('statistik')
  })

  test('onto a row that is skipped itself is refused', () => {
    const { refused } = plan([tonn, row], { decisions: { 2: 'skip', 3: 'update' } })
    expect(refused).toEqual([{ key: '3', decision: 'update' }])
  })
})

test('a row in error can be skipped by decision and nothing else', () => {
  const broken = { ...tonn, datum: null }
  expect(plan([broken], { decisions: { 2: 'skip' } })).toMatchObject({
    refused: [],
    items: [{ action: 'error' }],
  })
  for (const decision of ['create', 'update'] as const) {
    expect(plan([broken], { decisions: { 2: decision } }).refused).toEqual([{ key: '2', decision }])
  }
})

describe('the seven samples one after the other', () => {
  const { crmSequence } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))

  test('come to the numbers and duplicates expected', () => {
    const existing: ExistingCase[] = []
    for (const step of crmSequence) {
      const planned = planOf(sampleRows(step.file), { existing })
      const { file, differsFromAlone, ...counts } = step
      expect(countItems(planned.items), file).toMatchObject(counts)
      for (const { row, action, duplicateOf } of differsFromAlone) {
        const item = planned.items.find((found) => found.row === row)
        const { certainty, reason } = duplicateOf
        expect(item).toMatchObject({
          action,
          duplicateOf: { row: null, caseId: expect.any(String), certainty },
        })
        expect(item?.duplicateOf?.reasons).toContain(reason)
      }
      existing.push(...stored(planned, existing.length))
    }
    for (const step of crmSequence) {
      expect(countItems(planOf(sampleRows(step.file), { existing }).items).create).toBe(0)
    }
  })

  function sampleRows(file: string): SourceRow[] {
    const parsed = withoutPause(parseCrmCsv({ bytes: readFileSync(new URL(file, samples)), today }))
    if (!parsed.ok) throw new Error(parsed.failure.code)
    return parsed.rows
  }
})

describe('laws', () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((date) => parseCalendarDate(`2026-02-${String(date).padStart(2, '0')}`))
  const values = fc.record<CaseValues>({
    datum: fc.option(day, { freq: 9 }),
    fallgruppe: fc.constantFrom(...fallgruppeKeys),
    nachname: fc.constantFrom('Tonn', 'von Tonn', 'Müller', 'Mueller', 'Tonn-2', '', '-'),
    vorname: fc.option(fc.constantFrom('Regina', 'Renée')),
    geburtsdatum: fc.option(fc.constantFrom('1960-04-28', '1971-01-01')),
    crmTicketId: fc.integer({ min: 1, max: 1_000_000 }).map((number) => `T-${number}`),
  })
  const files = fc.array(values, { maxLength: 30 })

  test('the same file again creates nothing', () => {
    fc.assert(
      fc.property(files, (file) => {
        const first = plan(file)
        const again = countItems(plan(file, { existing: stored(first) }).items)
        expect(again).toMatchObject({ create: 0, error: countItems(first.items).error })
      }),
    )
  })

  test('every row is one item, every create one case with a Fall-ID of its own', () => {
    fc.assert(
      fc.property(files, files, (before, file) => {
        const existing = stored(plan(before))
        const { items, creates } = plan(file, { existing })
        expect(items.map(({ row }) => row)).toEqual(file.map((_, index) => index + 2))
        expect(creates).toHaveLength(countItems(items).create)
        const fallIds = [
          ...existing.map(({ fallId }) => fallId),
          ...creates.map(({ ruled }) => ruled.values.fallId),
        ]
        expect(new Set(fallIds).size).toBe(fallIds.length)
      }),
    )
  })

  test('planning changes neither the rows nor the cases', () => {
    fc.assert(
      fc.property(files, (file) => {
        const existing = stored(plan(file))
        const decisions = Object.fromEntries(file.map((_, index) => [String(index + 2), 'update' as const]))
        const before = structuredClone({ file, existing })
        plan(file, { existing, decisions })
        expect({ file, existing }).toEqual(before)
      }),
    )
  })
})
