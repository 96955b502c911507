const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** A text as it is searched: lower case, without accents, ß as ss: `Bösartig` is `bosartig`. */
export function foldTitle(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}

/** A title in both ways that people type its umlauts without them: `bosartig` and `boesartig`. */
export function searchableTitle(title: string): string {
  const folded = foldTitle(title)
  const spelled = foldTitle(title.toLowerCase().replace(/[äöü]/g, (letter) => german[letter] ?? letter))
  return folded === spelled ? folded : `${folded}\n${spelled}`
}
