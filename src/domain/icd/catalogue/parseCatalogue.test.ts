import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeFileFailure } from '../../imports/fileFailure'
import { isEnterable } from './catalogueEntry'
import { catalogueYear } from './catalogueYear'
import { parseCatalogue } from './parseCatalogue'

const samples = new URL('../../../../tests/fixtures/samples/', import.meta.url)
const { catalogue } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const sample = readFileSync(new URL(catalogue.file, samples))

type Fields = { terminal?: string; marked?: string; code?: string; title?: string; usage?: string }

/** A line as BfArM writes it, of 28 fields or another number. */
function line(fields: Fields = {}, width = 28): string {
  const { terminal = 'T', code = 'C50.1', marked = code, title = 'Brustkrebs', usage = 'P' } = fields
  const all = ['4', terminal, 'X', '02', 'C50', marked, code, '', title, '', '', '', usage, usage]
  return [...all, ...Array.from({ length: width - all.length }, () => '9')].join(';')
}

const bytes = (text: string) => new TextEncoder().encode(text)

function parsed(file: Uint8Array | string) {
  const outcome = parseCatalogue(typeof file === 'string' ? bytes(file) : file)
  if (!outcome.ok) throw new Error(describeFileFailure({ failure: outcome.failure, language: 'en' }))
  return outcome.entries
}

function failureOf(file: Uint8Array | string) {
  const outcome = parseCatalogue(typeof file === 'string' ? bytes(file) : file)
  if (outcome.ok) throw new Error('The file was read.')
  return outcome.failure
}

describe('the sample', () => {
  test('has its numbers', () => {
    const entries = parsed(sample)
    expect(entries).toHaveLength(catalogue.lines)
    expect(entries.filter(({ terminal }) => terminal)).toHaveLength(catalogue.terminal)
    expect(entries.filter(isEnterable)).toHaveLength(catalogue.enterableWithoutWarning)
    expect(entries.filter(({ usage, terminal }) => usage === 'P' && !terminal)).toHaveLength(
      catalogue.nonTerminalButP,
    )
    for (const [usage, count] of Object.entries(catalogue.usage)) {
      expect(entries.filter((entry) => entry.usage === usage)).toHaveLength(Number(count))
    }
  })

  test('has its codes with title, terminal and use', () => {
    const byCode = new Map<string, unknown>(parsed(sample).map((entry) => [entry.code, entry]))
    for (const entry of catalogue.lookups) expect(byCode.get(entry.code)).toEqual(entry)
    for (const code of catalogue.unknownCodes) expect(byCode.has(code)).toBe(false)
  })
})

describe('how a file may be written', () => {
  test('28 fields, and 30 as in 2015', () => {
    const [entry] = parsed(line())
    expect(parsed(line({}, 30))).toEqual([entry])
    expect(entry).toEqual({ code: 'C50.1', title: 'Brustkrebs', terminal: true, usage: 'P' })
  })

  test('UTF-8 with and without a mark, Windows-1252, UTF-16', () => {
    const title = 'Bösartige Neubildung – „Drüse“'
    const text = `${line({ title })}\r\n`
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    const windows = Uint8Array.from(
      [...text].map((letter) => ({ '–': 0x96, '„': 0x84, '“': 0x93 })[letter] ?? letter.charCodeAt(0)),
    )
    for (const file of [bytes(text), bytes(`\ufeff${text}`), utf16, windows]) {
      expect(parsed(file)[0]?.title).toBe(title)
    }
  })

  test('any line ends, blank lines, and nothing after the last line', () => {
    const two = [line(), line({ code: 'C61' })]
    for (const text of [two.join('\n'), `${two.join('\r\n\r\n')}\r\n \r\n`, `\n${two.join('\r')}\r\u001a`]) {
      expect(parsed(text).map(({ code }) => code)).toEqual(['C50.1', 'C61'])
    }
  })

  test.each([
    ['C50.1', 'C50.1†'],
    ['A17.0†', 'A17.0'],
    ['M90.7*', 'M90.7'],
    ['Z33!', 'Z33'],
    ['C50.-', 'C50'],
    [' c501 ', 'C50.1'],
  ])('field 7 %j is read without marks', (code, marked) => {
    expect(parsed(line({ code, marked }))[0]?.code).toBe(marked.replace('†', ''))
  })
})

describe('what is refused, whole and by name', () => {
  test('an empty file, and one of blank lines', () => {
    for (const text of ['', '\r\n\r\n', ';;;;\n'])
      expect(failureOf(text)).toMatchObject({ code: 'emptyCatalogue' })
  })

  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['a CSV', 'Hauptkontakt;Modul;Name\na;b;c'],
    ['a page', '<html><body>Not found</body></html>'],
    ['a list of another classification', '1;T;5-01;Titel'],
  ])('%s is no catalogue', (_, file) => {
    expect(failureOf(file)).toMatchObject({ status: 415, code: 'notCatalogue' })
  })

  test('a damaged file', () => {
    expect(failureOf(Uint8Array.from([0xff, 0xfe, 0x41]))).toMatchObject({
      status: 422,
      code: 'damagedCatalogue',
    })
  })

  test.each([
    [
      'one field too many',
      line({ title: 'Brust; Drüse' }),
      { code: 'catalogueFields', params: { line: 3, found: 29, wanted: 28 } },
    ],
    ['cut off', line().slice(0, 20), { code: 'catalogueFields', params: { line: 3 } }],
    ['of the other width', line({ code: 'C61' }, 30), { code: 'catalogueFields', params: { found: 30 } }],
    [
      'without a code',
      line({ code: '' }),
      { code: 'catalogueValue', params: { line: 3, field: 7, value: '' } },
    ],
    ['with two codes', line({ code: 'C61, C62' }), { code: 'catalogueValue', params: { field: 7 } }],
    [
      'neither T nor N',
      line({ code: 'C61', terminal: 'J' }),
      { code: 'catalogueValue', params: { field: 2, value: 'J' } },
    ],
    ['of no use', line({ code: 'C61', usage: '' }), { code: 'catalogueValue', params: { field: 13 } }],
    ['without a title', line({ code: 'C61', title: ' ' }), { code: 'catalogueValue', params: { field: 9 } }],
    [
      'the same code again',
      line({ title: 'Anders' }),
      { code: 'catalogueCodeTwice', params: { line: 3, value: 'C50.1' } },
    ],
  ])('a line %s', (_, wrong, failure) => {
    expect(failureOf(`${line()}\n\n${wrong}\n`)).toMatchObject({ status: 422, ...failure })
  })

  test('the sentence says line, field, value and what belongs there', () => {
    const failure = failureOf(line({ terminal: 'X' }))
    expect(describeFileFailure({ failure, language: 'de' })).toMatch(/Zeile 1.*Feld 2.*„X“.*T, N/)
    expect(describeFileFailure({ failure, language: 'en' })).toMatch(/Line 1.*field 2.*“X”.*T, N/)
  })
})

test('the year is in the name that BfArM gives the file', () => {
  expect(catalogueYear('icd10gm2026syst_kodes.txt')).toBe(2026)
  expect(catalogueYear('ICD10GM2015syst_kodes (1).TXT')).toBe(2015)
  for (const name of ['icd10gm-sample_kodes.txt', 'kodes2026.txt', 'icd10gm1026syst_kodes.txt']) {
    expect(catalogueYear(name)).toBeNull()
  }
})
