import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../calendar/calendarDate'
import type { CaseValues } from '../../cases/caseValues'
import { countItems } from '../countItems'
import { draftRows } from '../draftRows'
import { planDrafts } from '../planDrafts'
import type { Decision, ExistingCase } from '../planItem'

const today = '2026-11-23' as CalendarDate
const context = { today, now: '2026-11-23T10:00:00.000Z', actor: 'me' }
const tonn: CaseValues = {
  quelle: 'crm',
  datum: '2026-02-02',
  fallgruppe: 'onko',
  nachname: 'Tonn',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
}
const similar: CaseValues = { ...tonn, nachname: 'Torn', datum: '2026-02-04' }
const sameKvnr: CaseValues = {
  ...tonn,
  nachname: 'Weber',
  vorname: 'Gina',
  geburtsdatum: null,
  kvnr: 'A123456780',
}
const other: CaseValues = { ...tonn, nachname: 'Daum', vorname: 'Luana', geburtsdatum: '2016-02-05' }

type Around = {
  existing?: ExistingCase[]
  decisions?: Record<string, Decision>
  kvnrDays?: number
  minScore?: number
}

/** A plan of rows 2, 3, … with these values. */
function plan(
  values: CaseValues[],
  { existing = [], decisions = {}, kvnrDays = 90, minScore = 80 }: Around = {},
) {
  const rows = values.map((data, index) => ({ row: index + 2, data, problems: [], cells: [] }))
  return planDrafts({
    drafts: draftRows({ rows, corrections: new Map(), ...context }),
    existing,
    takenFallIds: existing.map(({ fallId }) => fallId),
    decisions: new Map(Object.entries(decisions)),
    limits: { kvnrDays, minScore },
    ...context,
  })
}

/** Cases as the database would answer them. */
function stored(...cases: CaseValues[]): ExistingCase[] {
  const decisions = Object.fromEntries(cases.map((_, index) => [String(index + 2), 'create' as const]))
  return plan(cases, { minScore: 101, kvnrDays: -1, decisions }).creates.map(({ ruled }, index) => ({
    id: `case-${index + 1}`,
    fallId: String(ruled.values.fallId),
    personKey: ruled.search.personKey,
    values: ruled.values,
  }))
}

const actionsOf = (values: CaseValues[], around?: Around) =>
  plan(values, around).items.map(({ action }) => action)
const reasonsOf = (values: CaseValues[], around?: Around) =>
  plan(values, around).items.map(({ duplicateOf }) => duplicateOf?.reasons ?? null)

describe('a possible duplicate', () => {
  test('of a case waits for a decision, shows the case it would be and what an update would change', () => {
    const existing = stored({ ...tonn, ort: 'Kiel' })
    const { items, creates, updates } = plan([similar], { existing })
    expect(items[0]).toMatchObject({
      action: 'decide',
      data: { ...similar, jahr: 2026, kw: 6, fallId: '2026-06-onko-Torn' },
      changes: [
        { field: 'datum', old: '2026-02-02', new: '2026-02-04' },
        { field: 'nachname', old: 'Tonn', new: 'Torn' },
      ],
      duplicateOf: {
        caseId: 'case-1',
        row: null,
        fallId: '2026-06-onko-Tonn',
        certainty: 'possible',
        reasons: ['score'],
      },
    })
    expect([creates, updates]).toEqual([[], []])
  })

  test('of an earlier row names the row', () => {
    const { items } = plan([tonn, other, similar])
    expect(items[2]).toMatchObject({
      action: 'decide',
      duplicateOf: { caseId: null, row: 2, fallId: '2026-06-onko-Tonn', certainty: 'possible' },
    })
  })

  test('takes no Fall-ID from those that are created', () => {
    const namesake = { ...other, nachname: 'Torn' }
    const { items } = plan([tonn, similar, namesake])
    expect(items.map(({ data }) => data.fallId).slice(1)).toEqual(['2026-06-onko-Torn', '2026-06-onko-Torn'])
  })

  test('is known by the KVNR whoever it names, in the group and the days that are set', () => {
    const existing = stored({ ...tonn, kvnr: 'A123456780' })
    const day = (datum: string) => [{ ...sameKvnr, datum }]
    expect(reasonsOf(day('2026-05-03'), { existing })).toEqual([['kvnr']])
    expect(reasonsOf(day('2025-11-04'), { existing })).toEqual([['kvnr']])
    expect(reasonsOf(day('2026-05-04'), { existing })).toEqual([null])
    expect(reasonsOf(day('2026-05-04'), { existing, kvnrDays: 91 })).toEqual([['kvnr']])
    expect(reasonsOf([{ ...sameKvnr, fallgruppe: 'sd' }], { existing })).toEqual([null])
  })

  test('has both reasons where both hold', () => {
    const kvnr = 'A123456780'
    expect(
      reasonsOf([
        { ...tonn, kvnr },
        { ...similar, kvnr },
      ])[1],
    ).toEqual(['kvnr', 'score'])
  })

  test('is one from the score on that is set', () => {
    const existing = stored(tonn)
    expect(actionsOf([similar], { existing, minScore: 91 })).toEqual(['decide'])
    expect(actionsOf([similar], { existing, minScore: 92 })).toEqual(['create'])
  })

  test('is what is the same in everything, with Vorname or birth date empty on both sides', () => {
    for (const empty of [{ vorname: null }, { geburtsdatum: null }, { vorname: null, geburtsdatum: null }]) {
      const bare = { ...tonn, ...empty }
      expect(actionsOf([bare, bare])).toEqual(['create', 'decide'])
      expect(actionsOf([bare], { existing: stored(bare), minScore: 100 })).toEqual(['decide'])
    }
  })

  test('is found by names the other way round, and by a birth date of one wrong digit', () => {
    const turned = { ...tonn, nachname: 'Regina', vorname: 'Tonn' }
    const born = { ...tonn, geburtsdatum: '1966-04-28', datum: '2026-02-04' }
    expect(actionsOf([tonn, turned, born])).toEqual(['create', 'decide', 'decide'])
    expect(actionsOf([{ ...turned, geburtsdatum: null }, tonn])).toEqual(['create', 'decide'])
  })

  test('of names in other letters than ours is found as well', () => {
    const ivanov = { ...tonn, nachname: 'Иванов', vorname: 'Иван' }
    expect(actionsOf([ivanov, { ...ivanov, geburtsdatum: '1961-04-28' }])).toEqual(['create', 'decide'])
    expect(actionsOf([ivanov, { ...ivanov, nachname: 'Петров', geburtsdatum: null }])[1]).toBe('create')
  })

  test('gives way to a certain one', () => {
    const existing = stored(similar, { ...tonn, crmTicketId: 'T-1' })
    const { items } = plan([{ ...similar, datum: '2026-02-03', crmTicketId: 'T-1' }], { existing })
    expect(items[0]).toMatchObject({
      action: 'skip',
      duplicateOf: { caseId: 'case-2', certainty: 'certain', reasons: ['crmTicketId'] },
    })
  })

  test('is one of the best: the KVNR before the score, the score before the day, a case before a row', () => {
    const kvnr = 'A123456780'
    const near = { ...tonn, datum: '2026-02-05' }
    const existing = stored({ ...similar, nachname: 'Tonni' }, near, { ...sameKvnr, datum: '2026-01-05' })
    const best = (values: CaseValues) => plan([values], { existing }).items[0]?.duplicateOf?.caseId
    expect(best(tonn)).toBe('case-2')
    expect(best({ ...tonn, kvnr })).toBe('case-3')
    const { items } = plan([near, tonn], { existing })
    expect(items.map(({ duplicateOf }) => duplicateOf?.caseId)).toEqual(['case-2', 'case-2'])
  })

  test('is never one of a row in error, but of one that is skipped or waits itself', () => {
    expect(actionsOf([{ ...tonn, fallgruppe: null }, similar])).toEqual(['error', 'create'])
    expect(actionsOf([tonn, similar], { decisions: { 2: 'skip' } })).toEqual(['skip', 'decide'])
    const third = { ...similar, nachname: 'Toorn' }
    const { items } = plan([tonn, similar, third])
    expect(items[2]).toMatchObject({ action: 'decide', duplicateOf: { row: 3, fallId: null }, changes: [] })
  })
})

describe('deciding on a possible duplicate', () => {
  const existing = stored({ ...tonn, thema: 'alt' })
  const row = { ...similar, thema: 'neu' }

  test('create makes it a case of its own, and the plan still says what it was like', () => {
    const { items, creates } = plan([row], { existing, decisions: { 2: 'create' } })
    expect(items[0]).toMatchObject({ action: 'create', changes: [], duplicateOf: { caseId: 'case-1' } })
    expect(creates.map(({ ruled }) => ruled.values.fallId)).toEqual(['2026-06-onko-Torn'])
  })

  test('skip leaves it out', () => {
    const { items, creates, refused } = plan([row], { existing, decisions: { 2: 'skip' } })
    expect(items[0]).toMatchObject({ action: 'skip', duplicateOf: { certainty: 'possible' } })
    expect([creates, refused]).toEqual([[], []])
  })

  test('update writes its filled cells into the case', () => {
    const { items, updates } = plan([row], { existing, decisions: { 2: 'update' } })
    expect(items[0]?.action).toBe('update')
    expect(updates).toMatchObject([
      {
        existing: { id: 'case-1' },
        ruled: { values: { thema: 'neu', nachname: 'Torn', datum: '2026-02-04' } },
      },
    ])
  })

  test('update of an earlier row goes into what that row creates', () => {
    const { items, creates } = plan([tonn, row], { decisions: { 3: 'update' } })
    expect(items.map(({ action }) => action)).toEqual(['create', 'update'])
    expect(creates.map(({ ruled }) => ruled.values)).toMatchObject([{ thema: 'neu', nachname: 'Torn' }])
  })

  test('update of a row that waits itself is refused', () => {
    const { refused } = plan([tonn, row], { decisions: { 2: 'skip', 3: 'update' } })
    expect(refused).toEqual([{ key: '3', decision: 'update' }])
  })
})

describe('a file', () => {
  const values = fc.record<CaseValues>({
    datum: fc.constantFrom('2026-02-02', '2026-02-09', '2026-07-01'),
    fallgruppe: fc.constantFrom('onko', 'sd'),
    nachname: fc.constantFrom('Tonn', 'Torn', 'von Tonn', 'Regina', 'Daum', '-', 'Жук'),
    vorname: fc.option(fc.constantFrom('Regina', 'Regine', 'Tonn', 'Luana')),
    geburtsdatum: fc.option(fc.constantFrom('1960-04-28', '1961-04-28', '1971-11-03')),
    kvnr: fc.option(fc.constantFrom('A123456780', 'X110465770')),
  })
  const files = fc.array(values, { maxLength: 30 })

  test('again creates nothing, however much of it is empty', () => {
    fc.assert(
      fc.property(files, (file) => {
        const existing = stored(...file)
        expect(countItems(plan(file, { existing }).items).create).toBe(0)
        expect(countItems(plan(file, { existing, minScore: 100, kvnrDays: 0 }).items).create).toBe(0)
      }),
    )
  })

  test('of thousands of rows of one name is planned all the same', () => {
    const file = Array.from({ length: 5_000 }, (_, index) => ({
      ...tonn,
      geburtsdatum: null,
      crmTicketId: `T-${index}`,
    }))
    expect(countItems(plan(file).items)).toMatchObject({ create: 1, decide: 4_999 })
  })
})
