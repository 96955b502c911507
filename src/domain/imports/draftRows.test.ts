import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../calendar/calendarDate'
import type { Problem } from '../problem'
import { draftRows, isCorrectable } from './draftRows'
import type { SourceRow } from './planItem'

const context = { today: '2026-11-23' as CalendarDate, now: '2026-11-23T10:00:00.000Z', actor: 'me' }
const data = {
  quelle: 'crm',
  datum: '2026-02-02',
  fallgruppe: 'onko',
  modul: 'Zweitmeinung Onkologie',
  nachname: 'Tonn',
}

function problem(field: string, code: Problem['code'], level: Problem['level'] = 'error'): Problem {
  return { level, code, field, value: '?' }
}

/** A row drafted with what was typed in place of its cells. */
function drafted(source: Partial<SourceRow>, typed: Record<string, unknown> = {}) {
  const row: SourceRow = { row: 7, data, problems: [], cells: [], ...source }
  const key = row.sheet === undefined ? '7' : `${row.sheet}!7`
  const [draft] = draftRows({ rows: [row], corrections: new Map([[key, typed]]), ...context })
  if (!draft) throw new Error('The row was not drafted.')
  return draft
}

const codesOf = (draft: { problems: readonly Problem[] }) =>
  draft.problems.map(({ level, field, code }) => `${level} ${field} ${code}`)

describe('a row', () => {
  test('without problems holds what a new case would, with what follows from it', () => {
    expect(drafted({}).ruled).toMatchObject({
      values: { jahr: 2026, kw: 6, quelle: 'crm', updatedBy: 'me' },
      search: { personKey: null },
    })
  })

  test('is in error where a rule of a case is broken', () => {
    const draft = drafted({ data: { ...data, nachname: null, gutachtenTyp: 'alternative' } })
    expect(draft.ruled).toBeNull()
    expect(codesOf(draft)).toEqual(['error nachname required', 'error gutachtenTyp needsGutachten'])
  })

  test('names one cause once: an unknown module is not a missing group as well', () => {
    const draft = drafted({
      data: { ...data, fallgruppe: null, datum: null },
      problems: [problem('modul', 'unknownModule'), problem('datum', 'unreadableDate')],
    })
    expect(codesOf(draft)).toEqual(['error modul unknownModule', 'error datum unreadableDate'])
  })

  test('with warnings only is no row in error', () => {
    expect(drafted({ problems: [problem('kvnr', 'kvnrFormat', 'warning')] }).ruled).not.toBeNull()
  })
})

describe('a correction', () => {
  const wrongDay = { data: { ...data, datum: null }, problems: [problem('datum', 'unreadableDate')] }
  const wrongModul = {
    data: { ...data, fallgruppe: null, modul: 'Knie' },
    problems: [problem('modul', 'unknownModule')],
  }

  test('takes the place of the cell and of what was wrong with it', () => {
    const draft = drafted(wrongDay, { datum: '03.02.26' })
    expect(draft.data.datum).toBe('2026-02-03')
    expect(draft.problems).toEqual([])
    expect(draft.ruled).not.toBeNull()
  })

  test('is found by sheet and row where the file has sheets', () => {
    expect(drafted({ ...wrongDay, sheet: '2026' }, { datum: '2026-02-03' }).problems).toEqual([])
  })

  test('leaves the problems of other fields', () => {
    const both = { ...wrongDay, problems: [...wrongDay.problems, problem('kvnr', 'kvnrFormat', 'warning')] }
    expect(codesOf(drafted(both, { datum: '2026-02-03' }))).toEqual(['warning kvnr kvnrFormat'])
  })

  test('that cannot be read leaves the row in error', () => {
    const draft = drafted(wrongDay, { datum: 'morgen' })
    expect(codesOf(draft)).toEqual(['error datum unreadableDate'])
    expect(draft.ruled).toBeNull()
  })

  test('to a day in the future is a warning, as in the file', () => {
    const draft = drafted(wrongDay, { datum: '24.11.2026' })
    expect(codesOf(draft)).toEqual(['warning datum dateInFuture'])
    expect(draft.ruled).not.toBeNull()
  })

  test.each([
    ['geburtsdatum', '29.08.0196', 'unreadableDate'],
    ['kvnr', '12345678', 'kvnrFormat'],
  ])('of %s that cannot be read is a warning and leaves it empty, as in the file', (field, typed, code) => {
    const draft = drafted({}, { [field]: typed })
    expect(codesOf(draft)).toEqual([`warning ${field} ${code}`])
    expect(draft.ruled?.values).toMatchObject({ [field]: null })
  })

  test('of a module brings its group', () => {
    expect(drafted(wrongModul, { modul: 'Begutachtung Kardio' }).ruled?.values).toMatchObject({
      fallgruppe: 'kardio',
    })
    expect(drafted({}, { modul: 'Zweitmeinung Schilddrüse' }).ruled?.values).toMatchObject({
      fallgruppe: 'sd',
    })
  })

  test('of a module to an unknown or empty one puts the row in error', () => {
    expect(codesOf(drafted({}, { modul: 'Knie' }))).toEqual(['error modul unknownModule'])
    expect(codesOf(drafted({}, { modul: '' }))).toEqual(['error modul required'])
  })

  test('of the group settles an unknown module, and stands against one corrected too', () => {
    expect(drafted(wrongModul, { fallgruppe: 'galle' }).ruled?.values).toMatchObject({
      fallgruppe: 'galle',
      modul: 'Knie',
    })
    expect(
      drafted(wrongModul, { fallgruppe: 'galle', modul: 'Zweitmeinung Onkologie' }).ruled?.values,
    ).toMatchObject({
      fallgruppe: 'galle',
      modul: 'Zweitmeinung Onkologie',
    })
  })

  test('cannot touch what the rules derive', () => {
    const draft = drafted({}, { fallId: 'mine', jahr: 1999, statistik: 5, __proto__: { nachname: 'x' } })
    expect(draft.ruled?.values).toMatchObject({ jahr: 2026, nachname: 'Tonn' })
    expect(draft.data.fallId).toBeUndefined()
  })

  test('never changes the row as it was read', () => {
    const source = { data: { ...data } }
    drafted(source, { nachname: 'Daum' })
    expect(source.data).toEqual(data)
  })
})

test('what a file may give can be corrected, nothing else', () => {
  expect(['datum', 'nachname', 'icd', 'gutachten'].every(isCorrectable)).toBe(true)
  expect(
    ['fallId', 'jahr', 'kw', 'codiertVon', 'updatedBy', 'notizen', 'nope', '__proto__'].some(isCorrectable),
  ).toBe(false)
})
