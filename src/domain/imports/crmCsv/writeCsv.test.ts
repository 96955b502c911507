import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutPause } from '../../withoutPause'
import { decodeText } from '../decodeText'
import { unescapeFormula } from '../workbook/escapeFormula'
import { readCsv } from './readCsv'
import { writeCsv } from './writeCsv'

const columns = ['Hauptkontakt', 'Name', 'Thema']
/** Texts that every encoding has; a cell of blanks alone or a lone CR is read as what it means. */
const letters = fc.constantFrom(...'abcÄÖÜßéz019,;|"\'=+-@\t\n €„“'.split(''))
const cell = fc
  .array(letters, { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((text) => text === text.trim())

test.each([
  ['utf-8', true, ','],
  ['utf-8', false, ';'],
  ['windows-1252', false, ';'],
  ['utf-16le', true, '\t'],
  ['utf-16be', true, ','],
] as const)(
  'what is written in %s (mark %s, separator %j) is read as it was',
  (encoding, hasMark, separator) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const records = rows.filter((cells) => cells.some((text) => text !== ''))
        const bytes = writeCsv({ columns, records, format: { encoding, hasMark, separator } })
        // Letters of Windows-1252 that happen to make one of UTF-8 (“Ü„”) can be read either way.
        const asUtf8 = new TextDecoder().decode(bytes)
        fc.pre(encoding !== 'windows-1252' || !/[^\u0000-\u007f\ufffd]/.test(asUtf8))
        const decoded = decodeText(bytes)
        expect(decoded).toMatchObject({
          ok: true,
          encoding: /[^\u0000-\u007f]/.test(records.join()) ? encoding : expect.anything(),
        })
        const table = withoutPause(readCsv({ text: decoded.ok ? decoded.text : '', wanted: columns }))
        if (!table.ok) throw new Error(table.failure.code)
        expect(table.columns).toEqual(columns)
        expect(table.records.map((cells) => cells.map(unescapeFormula))).toEqual(records)
      }),
    )
  },
)

test('no cell is a formula to a spreadsheet', () => {
  const bytes = writeCsv({
    columns,
    records: [['=HYPERLINK("x")', '+49', '@a']],
    format: { encoding: 'utf-8', hasMark: false, separator: ';' },
  })
  expect(new TextDecoder().decode(bytes).split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"")";'+49;'@a`)
})
