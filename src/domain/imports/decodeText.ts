export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** The text of a file's bytes; `notText` is something else altogether, `damagedText` a text cut off or garbled. */
export type DecodedText =
  | { ok: true; text: string; encoding: TextEncoding; hasMark: boolean }
  | { ok: false; code: 'notText' | 'damagedText' }

/**
 * Decodes UTF-8 with or without BOM, UTF-16 with BOM, and what is no UTF-8 as Windows-1252. Bytes with NUL or
 * more than a few control characters are no text. Names must not be garbled silently: what says it is Unicode and
 * is not whole is damaged.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = markOf(bytes)
  const encoding = mark ?? 'utf-8'
  const text = decode(bytes, encoding)
  if (text !== null) return plain({ text, encoding, hasMark: mark !== null })
  const fallback = plain({ text: decodeWindows1252(bytes), encoding: 'windows-1252', hasMark: false })
  if (mark === null && !fallback.ok) return fallback
  return mark !== null || isBrokenUtf8(bytes) ? { ok: false, code: 'damagedText' } : fallback
}

function markOf(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** What Windows-1252 has where ISO 8859-1 has the control characters 80 to 9F; five places are empty. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node decode Windows-1252 as ISO 8859-1; what they leave out is put in here. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return text.replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter)
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Windows-1252 hardly ever looks like UTF-8: more whole characters than broken ones, and it was UTF-8. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return (text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) > broken
}

const binary = /[\u0000]|[\u0001-\u0008\u000e-\u001a\u001c-\u001f]{4}/

function plain(decoded: { text: string; encoding: TextEncoding; hasMark: boolean }): DecodedText {
  return binary.test(decoded.text) ? { ok: false, code: 'notText' } : { ok: true, ...decoded }
}
