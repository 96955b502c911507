import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unescapeCharacters } from '../read/readSharedStrings'
import { escapeCharacters, textXml } from './textXml'

test.each([
  ['a\r\nb', 'a_x000D_\nb'],
  ['_x000D_', '_x005F_x000D_'],
  ['_x000D_x000D_', '_x005F_x000D_x005F_x000D_'],
  ['_xyz_ _x12_', '_xyz_ _x12_'],
  ['\u0000\uffff', '_x0000__xFFFF_'],
  ['<a & b>', '&lt;a &amp; b&gt;'],
])('%j is written as %s', (text, xml) => expect(textXml(text)).toBe(xml))

test('what is escaped comes back, whatever the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('_', 'x', '0', '5', 'F', 'D', '_x005F_', '\r', '\n', '\u0001'),
  })
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: 'binary' })),
      (given) => unescapeCharacters(escapeCharacters(given)) === given,
    ),
  )
})
