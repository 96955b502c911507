import { describe, expect, test } from 'vitest'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { correctionOf, fieldsOfRow, typedValue } from './correctionFields'
import { type RowField, rowFields } from './rowFields'

const item: PlanItemOut = {
  row: 2,
  action: 'error',
  data: { nachname: 'Tonn', datum: null, geburtsdatum: '1960-04-28', gutachten: false, evn: true },
  changes: [],
  duplicateOf: null,
  problems: [
    { level: 'error', code: 'unreadableDate', field: 'datum', value: '31.02.2026', message: '' },
    { level: 'error', code: 'unknownChoice', field: 'fallgruppe', value: 'Orthopädie', message: '' },
  ],
}

function fieldOf(name: string): RowField {
  const [field] = rowFields({ names: [name], isOfWeeks: false })
  if (!field) throw new Error(name)
  return field
}

test('the form begins with what is wrong, then shows what is filled or needed', () => {
  const names = ['evn', 'datum', 'nachname', 'fallgruppe', 'gutachten', 'geburtsdatum', 'ort', 'quelle']
  const correctable = rowFields({ names, isOfWeeks: false })
  const fields = fieldsOfRow({ item, correctable }).map(({ name }) => name)
  expect(fields.slice(0, 2).sort()).toEqual(['datum', 'fallgruppe'])
  expect(fields.slice(2).sort()).toEqual(['evn', 'geburtsdatum', 'nachname'])
})

test('a field holds its value as a person types it, or what could not be read', () => {
  expect(typedValue({ item, field: fieldOf('geburtsdatum') })).toBe('28.04.1960')
  expect(typedValue({ item, field: fieldOf('datum') })).toBe('31.02.2026')
  expect(typedValue({ item, field: fieldOf('fallgruppe') })).toBe('')
  expect(typedValue({ item, field: fieldOf('evn') })).toBe('ja')
  expect(typedValue({ item, field: fieldOf('ort') })).toBe('')
})

describe('what is sent', () => {
  const today = '2026-11-23'
  test.each([
    ['datum', '3.2.26', '2026-02-03'],
    ['datum', '31.02.2026', '31.02.2026'],
    ['geburtsdatum', '01.12.26', '1926-12-01'],
    ['gutachten', 'ja', true],
    ['gutachten', 'nein', false],
    ['ort', '  Kiel ', 'Kiel'],
    ['ort', ' ', null],
  ] as const)('%s typed as “%s”', (field, typed, sent) => {
    expect(correctionOf({ field: fieldOf(field), typed, today })).toBe(sent)
  })
})

test('a count of a week is a number, also where a case has a field of that name', () => {
  const names = ['unterlagen', 'onkoAnzahl', 'nachname']
  const fields = rowFields({ names, isOfWeeks: true })
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['unterlagen', 'number', true],
    ['onkoAnzahl', 'number', false],
  ])
  expect(rowFields({ names, isOfWeeks: false }).map(({ name, kind }) => [name, kind])).toEqual([
    ['unterlagen', 'boolean'],
    ['nachname', 'text'],
  ])
})
