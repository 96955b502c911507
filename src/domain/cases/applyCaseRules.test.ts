import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, fromDayNumber } from '../calendar/calendarDate'
import { isoWeekOf } from '../calendar/isoWeek'
import { applyCaseRules } from './applyCaseRules'
import { countsOfFlags } from './caseFlags'
import type { CaseValues } from './caseValues'

const now = '2026-11-23T10:00:00.000Z'
const base: CaseValues = { datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Tonn' }

const create = (changes: CaseValues) => applyCaseRules({ before: null, changes, actor: 'me', now })
const change = (before: CaseValues, changes: CaseValues) =>
  applyCaseRules({ before, changes, actor: 'me', now })
const problemsOf = (outcome: ReturnType<typeof create>) =>
  outcome.ok ? [] : outcome.problems.map((problem) => `${problem.field} ${problem.code}`)

test('a new case gets its week, its source, and no for every yes/no', () => {
  expect(create(base)).toMatchObject({
    ok: true,
    value: { values: { jahr: 2026, kw: 6, quelle: 'manuell', unterlagen: false, updatedBy: 'me' } },
  })
})

test('what every case needs is missed by name', () => {
  expect(problemsOf(create({ nachname: '' }))).toEqual([
    'datum required',
    'fallgruppe required',
    'nachname required',
  ])
  expect(problemsOf(change(base, { nachname: null }))).toEqual(['nachname required'])
})

describe('coding', () => {
  const opinion = { ...base, gutachten: true }

  test('needs an opinion', () => {
    const coding = { gutachtenTyp: 'alternative', therapieaenderung: 'ja', taUnterversorgung: true }
    expect(problemsOf(create({ ...base, ...coding }))).toEqual([
      'gutachtenTyp needsGutachten',
      'therapieaenderung needsGutachten',
      'taUnterversorgung needsGutachten',
    ])
  })

  test('a flag needs a change of therapy, and no flag needs none', () => {
    expect(problemsOf(create({ ...opinion, therapieaenderung: 'nein', taUebertherapie: true }))).toEqual([
      'taUebertherapie needsTherapieaenderung',
    ])
    expect(create({ ...opinion, therapieaenderung: 'nein', taUebertherapie: false }).ok).toBe(true)
  })

  test('an opinion that is coded cannot be taken away under the coding', () => {
    expect(problemsOf(change({ ...opinion, gutachtenTyp: 'alternative' }, { gutachten: false }))).toEqual([
      'gutachtenTyp needsGutachten',
    ])
  })

  test('setting the type stamps who and when; the same again does not', () => {
    const coded = change(opinion, { gutachtenTyp: 'alternative' })
    expect(coded).toMatchObject({ value: { values: { codiertVon: 'me', codiertAm: now } } })
    const again = change(
      { ...opinion, gutachtenTyp: 'alternative', codiertVon: 'you' },
      { gutachtenTyp: 'alternative' },
    )
    expect(again.ok && 'codiertVon' in again.value.values).toBe(false)
  })
})

test('a change of the codes stamps, emptying them takes the stamp away', () => {
  expect(change(base, { icd: 'C61' })).toMatchObject({
    value: { values: { icdEingegebenVon: 'me', icdEingegebenAm: now } },
  })
  expect(change({ ...base, icd: 'C61' }, { icd: null })).toMatchObject({
    value: { values: { icdEingegebenVon: null } },
  })
})

test('what follows from other fields cannot be given', () => {
  const outcome = create({ ...base, jahr: 1999, codiertVon: 'you', icdEingegebenAm: '1999-01-01' })
  expect(outcome).toMatchObject({ value: { values: { jahr: 2026 } } })
  expect(outcome.ok && outcome.value.values.codiertVon).toBeUndefined()
})

test('the Fall-ID never changes', () => {
  expect(problemsOf(change({ ...base, fallId: 'a' }, { fallId: 'b' }))).toEqual(['fallId neverChanges'])
  expect(change({ ...base, fallId: 'a' }, { fallId: 'a' }).ok).toBe(true)
})

const yesNo = fc.boolean()
const anyCase = fc.record({
  datum: fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber),
  fallgruppe: fc.constantFrom('onko', 'kardio', 'intensiv', 'galle', 'sd'),
  nachname: fc.constantFrom('Tonn', 'Özdemir'),
  unterlagen: yesNo,
  ablehnung: yesNo,
  abbruch: yesNo,
  gutachten: yesNo,
  icd: fc.constantFrom(null, 'C61'),
})

test('week and year always follow from the day, and applying again changes nothing', () => {
  fc.assert(
    fc.property(anyCase, (changes) => {
      const once = create(changes)
      if (!once.ok) throw new Error('refused')
      expect(once.value.values).toMatchObject(isoWeekOf(changes.datum as CalendarDate))
      const { values: stored, search } = once.value
      const again = change(stored, stored)
      expect(again).toMatchObject({
        ok: true,
        value: { search, values: { jahr: stored.jahr, kw: stored.kw } },
      })
      expect(again.ok && { ...stored, ...again.value.values }).toEqual(stored)
    }),
  )
})

test('the flags count what the case says', () => {
  fc.assert(
    fc.property(anyCase, (changes) => {
      const outcome = create(changes)
      if (!outcome.ok) throw new Error('refused')
      const counts = countsOfFlags(outcome.value.search.statistik)
      expect(counts).toMatchObject({
        erstberatungen: 1,
        unterlagen: Number(changes.unterlagen),
        ablehnungen: Number(changes.ablehnung),
        keineRueckmeldung: Number(!changes.unterlagen && !changes.ablehnung && !changes.abbruch),
        gutachten: Number(changes.gutachten),
      })
    }),
  )
})
