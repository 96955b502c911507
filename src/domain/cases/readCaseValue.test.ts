import { expect, test } from 'vitest'
import type { CalendarDate } from '../calendar/calendarDate'
import { describeProblem } from '../describeProblem'
import { languages } from '../language'
import type { CaseFieldName } from './caseFields'
import { readCaseValue } from './readCaseValue'

const today = '2026-11-23' as CalendarDate
const read = (field: CaseFieldName, raw: unknown) => readCaseValue({ field, raw, today })

test.each<[CaseFieldName, unknown, unknown]>([
  ['nachname', '  Özdemir ', 'Özdemir'],
  ['nachname', 'O\u0308zdemir\u0000', 'Özdemir'],
  ['datum', '03.02.26', '2026-02-03'],
  ['geburtsdatum', '01.12.26', '1926-12-01'],
  ['gutachten', 'x', true],
  ['gutachten', 'Nein', false],
  ['gutachten', 0, false],
  ['gutachten', true, true],
  ['fallgruppe', 'Schilddruese', 'sd'],
  ['fallgruppe', 'onko', 'onko'],
  ['therapieaenderung', 'JA', 'ja'],
  ['gutachtenTyp', 'Bestaetigung', 'bestaetigung'],
  ['plz', 1067, '01067'],
  ['plz', '20095', '20095'],
  ['email', ' A.B@Example.ORG ', 'A.B@example.org'],
  ['kvnr', 'a123456780', 'A123456780'],
  ['icd', 'c501; C79.5 G', 'C50.1, C79.5'],
  ['ort', '', null],
  ['ort', null, null],
])('%s %j is %j', (field, raw, value) => {
  expect(read(field, raw)).toEqual({ value, problems: [] })
})

test.each<[CaseFieldName, unknown, string]>([
  ['datum', '31.02.2026', 'unreadableDate'],
  ['geburtsdatum', '24.11.2026', 'unreadableDate'],
  ['gutachten', 'vielleicht', 'unreadableYesNo'],
  ['fallgruppe', 'Orthopädie', 'unknownChoice'],
  ['email', 'nobody', 'invalidEmail'],
  ['kvnr', '123', 'kvnrFormat'],
  ['icd', 'XYZ', 'invalidIcd'],
  ['nachname', { a: 1 }, 'invalidText'],
  ['nachname', 'x'.repeat(1_001), 'textTooLong'],
])('%s %j is refused as %s, in both languages with no gap', (field, raw, code) => {
  const { value, problems } = read(field, raw)
  expect(value).toBeNull()
  expect(problems.map((problem) => problem.code)).toEqual([code])
  for (const problem of problems) {
    for (const language of languages)
      expect(describeProblem({ problem, language })).not.toMatch(/\{|undefined/)
  }
})

test('a wrong check digit is a warning and keeps the number', () => {
  expect(read('kvnr', 'A123456789')).toMatchObject({
    value: 'A123456789',
    problems: [{ level: 'warning', code: 'kvnrCheckDigit' }],
  })
})
