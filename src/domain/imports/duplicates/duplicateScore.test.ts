import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../calendar/calendarDate'
import type { CaseValues } from '../../cases/caseValues'
import { comparedCase } from './comparedCase'
import { duplicateScore } from './duplicateScore'

/** What the settings begin with. */
const minScore = 80

const person: CaseValues = {
  nachname: 'Lärchenbrink',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
  fallgruppe: 'onko',
  datum: '2026-02-02',
}
const datum = '2026-02-02' as CalendarDate
const later = (days: number): CaseValues => ({ datum: addDays(datum, days) })

function scoreOf(left: CaseValues, right: CaseValues): number {
  return duplicateScore(
    comparedCase({ ...person, ...left }),
    comparedCase({ ...person, ...later(3), ...right }),
  )
}

type Example = [what: string, left: CaseValues, right: CaseValues]

describe('looks like the same case three days later', () => {
  test.each<Example>([
    ['nothing differs but the day', {}, {}],
    ['a letter is another', {}, { nachname: 'Lärchenbrinz' }],
    ['a letter is missing', {}, { nachname: 'Lärchenbink' }],
    ['two letters are swapped', {}, { vorname: 'Rgeina' }],
    ['a long name has two slips', {}, { nachname: 'Lerchenbrin' }],
    ['a short Nachname has one', { nachname: 'Tonn' }, { nachname: 'Torn' }],
    ['it sounds the same', { nachname: 'Maier' }, { nachname: 'Meyer' }],
    ['a Vorname sounds the same', { vorname: 'Philipp' }, { vorname: 'Filip' }],
    ['a short Vorname sounds the same', { vorname: 'Eva' }, { vorname: 'Ewa' }],
    ['a short Vorname lacks a letter', { vorname: 'Anna' }, { vorname: 'Ana' }],
    ['a second Vorname is missing', { vorname: 'Anna-Maria' }, { vorname: 'Anna' }],
    ['the first of two is missing', { vorname: 'Anna Maria' }, { vorname: 'Maria' }],
    ['a second Vorname is an initial', { vorname: 'Hans P.' }, { vorname: 'Hans Peter' }],
    ['half of a double name is missing', { nachname: 'Tonn-Weber' }, { nachname: 'Weber' }],
    ['a double name is turned', { nachname: 'Tonn-Weber' }, { nachname: 'Weber-Tonn' }],
    [
      'Nachname and Vorname are swapped',
      {},
      { nachname: String(person.vorname), vorname: String(person.nachname) },
    ],
    ['title and particle are missing', { nachname: 'Dr. von der Heide' }, { nachname: 'Heide' }],
    ['the birth date has one wrong digit', {}, { geburtsdatum: '1966-04-28' }],
    ['two of its digits are swapped', {}, { geburtsdatum: '1906-04-28' }],
    ['its day and month are swapped', { geburtsdatum: '1988-10-11' }, { geburtsdatum: '1988-11-10' }],
    ['one has no birth date', {}, { geburtsdatum: null }],
    ['both have none', { geburtsdatum: null }, { geburtsdatum: null }],
    ['one has no Vorname', {}, { vorname: null }],
    ['both have none', { vorname: null }, { vorname: null }],
    ['the KVNR has one wrong digit', { kvnr: 'A123456780' }, { kvnr: 'A123456789' }],
  ])('%s', (_, left, right) => {
    expect(scoreOf(left, right)).toBeGreaterThanOrEqual(minScore)
    expect(scoreOf(left, right)).toBeLessThan(100)
  })
})

describe('is another case', () => {
  test.each<Example>([
    ['of a sibling', {}, { vorname: 'Volker', geburtsdatum: '1962-11-03' }],
    ['of a twin', {}, { vorname: 'Volker' }],
    ['of a twin whose name rhymes', { vorname: 'Hanni' }, { vorname: 'Nanni' }],
    ['of a twin of a short name', { vorname: 'Tim' }, { vorname: 'Tom' }],
    ['of a twin of nearly the same letters', { vorname: 'Peter' }, { vorname: 'Petra' }],
    ['of a twin of one other letter', { vorname: 'Lena' }, { vorname: 'Lina' }],
    ['of husband or wife', {}, { vorname: 'Volker', geburtsdatum: '1958-07-01' }],
    ['of someone of the same birthday', {}, { nachname: 'Daum' }],
    ['of someone of another name that sounds alike', { nachname: 'Tonn' }, { nachname: 'Daum' }],
    ['of a namesake', {}, { geburtsdatum: '1971-11-03' }],
    ['of a namesake of another day and month', {}, { geburtsdatum: '1960-05-30' }],
    ['of a father of the same name', {}, { geburtsdatum: '1934-04-28' }],
    ['in another group', {}, { fallgruppe: 'kardio' }],
    ['a year later', {}, later(365)],
    ['after 91 days', {}, later(91)],
    [
      'of someone with a KVNR of their own',
      { kvnr: 'A123456780' },
      { nachname: 'Lärchenbring', kvnr: 'X110465770' },
    ],
    ['as a slip in name and birth date', {}, { nachname: 'Lärchenbrinz', geburtsdatum: '1966-04-28' }],
    ['of someone of whom only the Nachname is known', {}, { vorname: null, geburtsdatum: null }],
  ])('%s', (_, left, right) => {
    expect(scoreOf(left, right)).toBeLessThan(minScore)
  })
})

test('the longer ago, the less may differ', () => {
  const slip = { nachname: 'Lärchenbrinz' }
  expect(scoreOf({}, later(90))).toBe(80)
  expect(scoreOf({}, { ...slip, ...later(50) })).toBeGreaterThanOrEqual(minScore)
  expect(scoreOf({}, { ...slip, ...later(60) })).toBeLessThan(minScore)
})

test('the less is known, the more it weighs what differs', () => {
  const bare = { geburtsdatum: null }
  expect(scoreOf(bare, { ...bare, ...later(40) })).toBeGreaterThanOrEqual(minScore)
  expect(scoreOf(bare, { ...bare, ...later(50) })).toBeLessThan(minScore)
  const nameOnly = { ...bare, vorname: null }
  expect(scoreOf(nameOnly, { ...nameOnly, ...later(0) })).toBe(100)
  expect(scoreOf(nameOnly, { ...nameOnly, ...later(7) })).toBeLessThan(minScore)
})

describe('laws', () => {
  const name = fc.oneof(
    fc.constantFrom('Tonn', 'von Tonn', 'Tönn', 'Regina', 'Regine', 'Anna-Maria', 'Maria Anna', 'Anna', '-'),
    fc.string({
      unit: fc.constantFrom('a', 'e', 'n', 't', 'h', '-', ' ', 'ß', 'ж'),
      minLength: 1,
      maxLength: 12,
    }),
  )
  const birth = fc
    .tuple(fc.constantFrom('1960', '1906', '1961'), fc.constantFrom('04', '10'), fc.constantFrom('10', '11'))
    .map((parts) => parts.join('-'))
  const cases = fc.record<CaseValues>({
    nachname: name,
    vorname: fc.option(name),
    geburtsdatum: fc.option(birth),
    kvnr: fc.option(fc.constantFrom('A123456780', 'A123456789', 'X110465770')),
    fallgruppe: fc.constantFrom('onko', 'sd'),
    datum: fc.integer({ min: 0, max: 120 }).map((days) => addDays(datum, days)),
  })

  test('a case looks like itself, and two like each other either way', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const [left, right] = [comparedCase(one), comparedCase(other)]
        expect(duplicateScore(left, left)).toBe(100)
        expect(duplicateScore(left, right)).toBe(duplicateScore(right, left))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a score is a whole number from 0 to 100', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const score = duplicateScore(comparedCase(one), comparedCase(other))
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
