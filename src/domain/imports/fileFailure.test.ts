import { expect, test } from 'vitest'
import { describeFileFailure, fileFailure } from './fileFailure'

test('a failure has the status of its kind', () => {
  expect(fileFailure('notCsv').status).toBe(415)
  expect(fileFailure('tooManyRows').status).toBe(413)
  expect(fileFailure('emptyFile').status).toBe(422)
  expect(fileFailure('damagedText').status).toBe(422)
})

test('a failure names what is missing, in German and English', () => {
  const failure = fileFailure('missingColumns', { columns: 'Modul, Name', found: 'Thema' })
  expect(describeFileFailure({ failure, language: 'de' })).toMatch(/fehlen: Modul, Name.*Thema/)
  expect(describeFileFailure({ failure, language: 'en' })).toMatch(/missing: Modul, Name.*Thema/)
})

test('a text of the file is put in as it is, with dollar signs and braces', () => {
  const failure = fileFailure('missingColumns', { columns: 'Modul', found: '$& {columns}' })
  expect(describeFileFailure({ failure, language: 'de' })).toContain('$& {columns}')
})
