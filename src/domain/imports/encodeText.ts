import { type TextEncoding, windows1252 } from './decodeText'

/** Bytes of a text in an encoding, with a mark in front where wanted; what Windows-1252 has no sign for becomes `?`. */
export function encodeText({
  text,
  encoding,
  hasMark,
}: {
  text: string
  encoding: TextEncoding
  hasMark: boolean
}): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'windows-1252') return Uint8Array.from([...text].map(windowsByte))
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le')
  }
  return bytes
}

function windowsByte(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  const place = windows1252.indexOf(letter)
  if (place !== -1) return 0x80 + place
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f
}
