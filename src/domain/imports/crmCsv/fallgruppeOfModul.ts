import type { Fallgruppe } from '../../cases/caseFields'

const modules: Readonly<Record<string, Fallgruppe>> = {
  'zweitmeinung onkologie': 'onko',
  'zweitmeinung kardiologie': 'kardio',
  'zweitmeinung intensiv': 'intensiv',
  'zweitmeinung gallenblase': 'galle',
  'zweitmeinung schilddrüse': 'sd',
}

const keyWords: readonly [string, Fallgruppe][] = [
  ['onko', 'onko'],
  ['kardio', 'kardio'],
  ['intensiv', 'intensiv'],
  ['galle', 'galle'],
  ['schilddrüse', 'sd'],
  ['schilddruese', 'sd'],
]

/** The group of a CRM module (SPEC §4), `null` for an unknown one; `Begutachtung …` goes by its key word. */
export function fallgruppeOfModul(modul: string): Fallgruppe | null {
  const name = modul.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  const known = Object.hasOwn(modules, name) ? modules[name] : undefined
  if (known) return known
  if (!name.includes('begutachtung')) return null
  return keyWords.find(([word]) => name.includes(word))?.[1] ?? null
}
