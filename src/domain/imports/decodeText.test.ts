import { describe, expect, test } from 'vitest'
import { decodeText } from './decodeText'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('text in every encoding the CRM writes', () => {
  const text = 'Größe; Çelik; – „x“'
  test.each([
    ['utf-8', utf8(text)],
    ['utf-8', utf8(`\ufeff${text}`)],
    ['utf-16le', utf16le(text)],
    ['utf-16be', utf16be(text)],
  ] as const)('is read as %s, the BOM not being part of it', (encoding, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: true, text, encoding })
  })

  test('is Windows-1252 where it is no UTF-8', () => {
    expect(decodeText(latin('M\xfcller \x80 \x84Stra\xdfe\x93'))).toMatchObject({
      ok: true,
      text: 'Müller € „Straße“',
      encoding: 'windows-1252',
    })
  })

  test('is Windows-1252 where only the last byte is no UTF-8', () => {
    expect(decodeText(latin('Name\nJos\xe9'))).toMatchObject({ text: 'Name\nJosé' })
  })

  test('is Windows-1252 even where two of its letters happen to look like UTF-8', () => {
    expect(decodeText(latin('\x84M\xfcller\x93, \x84Wei\xdf\x93, \xd6zdemir'))).toMatchObject({
      text: '„Müller“, „Weiß“, Özdemir',
    })
  })
})

describe('nothing', () => {
  test.each([
    ['no byte', []],
    ['a lone BOM of UTF-8', [0xef, 0xbb, 0xbf]],
    ['a lone BOM of UTF-16 LE', [0xff, 0xfe]],
    ['a lone BOM of UTF-16 BE', [0xfe, 0xff]],
  ])('%s is an empty text', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toMatchObject({ ok: true, text: '' })
  })
})

describe('a text that is not whole is damaged, never read with wrong letters', () => {
  test('UTF-8 cut in the middle of a character', () => {
    expect(decodeText(utf8('Müller, Größe').slice(0, 4))).toMatchObject({ ok: true })
    expect(decodeText(utf8('Müller, Größe, Öl, ä').slice(0, -1))).toEqual({ ok: false, code: 'damagedText' })
  })

  test('UTF-8 with one garbled byte among its letters', () => {
    const bytes = new Uint8Array([...utf8('Müller, Größe, '), 0xfc, ...utf8(' Straße')])
    expect(decodeText(bytes)).toEqual({ ok: false, code: 'damagedText' })
  })

  test('a BOM of UTF-8 before what is none', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x4d, 0xfc]))).toEqual({
      ok: false,
      code: 'damagedText',
    })
  })

  test('UTF-16 of an odd length', () => {
    expect(decodeText(utf16le('Name').slice(0, -1))).toEqual({ ok: false, code: 'damagedText' })
  })

  test('UTF-16 with half a pair', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toEqual({
      ok: false,
      code: 'damagedText',
    })
  })
})

describe('what is no text', () => {
  test.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00, 0x00]],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ['a text with a NUL', [0x41, 0x00, 0x42]],
  ])('%s is refused', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({ ok: false, code: 'notText' })
  })
})
