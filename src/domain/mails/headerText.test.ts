import { expect, test } from 'vitest'
import { headerText } from './headerText'

test('line breaks of any kind become blanks', () => {
  expect(headerText('Bericht\r\nBcc: evil@example.com\u2028X: y\u0000')).toBe(
    'Bericht Bcc: evil@example.com X: y',
  )
})

test('umlauts and punctuation stay', () => {
  expect(headerText('  Übersicht: „KW 48“ – fertig  ')).toBe('Übersicht: „KW 48“ – fertig')
})
