import { expect, test } from 'vitest'
import { berichtswesenFilename } from './berichtswesenFilename'

test('names the year and the week in two digits', () => {
  expect(berichtswesenFilename({ jahr: 2026, kw: 5 })).toBe('Berichtswesen_2026_KW05.xlsx')
  expect(berichtswesenFilename({ jahr: 2026, kw: 53 })).toBe('Berichtswesen_2026_KW53.xlsx')
})
