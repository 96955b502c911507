const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const plain = /^[a-z]+$/

/**
 * What a name sorts by, so that both databases put it where a German reader looks for it (DIN 5007, variant 1):
 * without case and accents, ä as a, ß as ss; hyphens are blanks, other signs are nothing. `null` sorts as empty.
 */
export function sortKey(name: unknown): string | null {
  if (typeof name !== 'string') return null
  const lower = name.toLowerCase()
  if (plain.test(lower)) return lower
  const key = lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\s‐-―-]+/g, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
  return key === '' ? null : key
}
