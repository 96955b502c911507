export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** The text of a file's bytes, or `null` when they are no text. */
export type DecodedText = { text: string; encoding: TextEncoding } | null

/**
 * Decodes UTF-8 with or without BOM, UTF-16 with BOM, and what is no valid UTF-8 as Windows-1252. Bytes with NUL or
 * more than a few control characters are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  const text = decode(bytes, encoding)
  if (text === null)
    return encoding === 'utf-8'
      ? plain({ text: decode(bytes, 'windows-1252'), encoding: 'windows-1252' })
      : null
  return plain({ text, encoding })
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const binary = /[\u0000]|[\u0001-\u0008\u000e-\u001a\u001c-\u001f]{4}/

function plain({ text, encoding }: { text: string | null; encoding: TextEncoding }): DecodedText {
  return text === null || binary.test(text) ? null : { text, encoding }
}
