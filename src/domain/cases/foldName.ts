const titles = new Set([
  'dr',
  'prof',
  'med',
  'dent',
  'phil',
  'rer',
  'nat',
  'jur',
  'ing',
  'dipl',
  'mag',
  'pd',
  'habil',
  'hc',
  'mult',
])
const particles = new Set([
  'von',
  'van',
  'vom',
  'der',
  'den',
  'dem',
  'des',
  'de',
  'del',
  'della',
  'di',
  'da',
  'du',
  'la',
  'le',
  'zu',
  'zur',
  'zum',
  'und',
  'auf',
  'ten',
  'ter',
  'te',
])
const letters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const special = /[äöüßæœøåłđðþı]/g
const plainAscii = /^[a-z]+$/

/**
 * A name as it is compared (SPEC §4, duplicates): without case, accents, hyphens, apostrophes, blanks, titles and
 * particles; ä is ae, ß is ss. A name of nothing but particles keeps them.
 */
export function foldName(text: string): string {
  return foldWords(text).join('')
}

/** The words of a name as it is compared, one by one: of `Anna-Maria` two, of `von der Heide` one. */
export function foldWords(text: string): readonly string[] {
  const lower = text.toLowerCase()
  if (plainAscii.test(lower)) return [lower]
  const words = foldLetters(lower.normalize('NFC'))
    .split(/[^\p{L}\p{N}']+/u)
    .map(withoutApostrophes)
    .filter(Boolean)
  const kept = words.filter((word) => !particles.has(word) && !titles.has(word))
  return kept.length > 0 ? kept : words
}

function foldLetters(lower: string): string {
  return lower
    .replace(special, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´ʼ]/g, "'")
}

function withoutApostrophes(word: string): string {
  return word.replaceAll("'", '')
}
