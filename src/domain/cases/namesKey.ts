import type { NameForm } from './nameForm'

/**
 * Every key begins with the version of the rules that made it. Raise it when what a name sounds like, or anything else
 * of `caseSearch`, changes: stored cases with another version are computed anew at the next start.
 */
export const namesKeyVersion = '1|'

/** How much of a Vorname's sound counts, so that a second one (Anna, Anna-Maria) does not matter. */
const vornameSounds = 2

/**
 * What cases whose names sound alike have in common: the sound of the Nachname and the beginning of the Vorname's. Only
 * such cases are compared where the birth date does not find them.
 */
export function namesKey({ nachname, vorname }: { nachname: NameForm; vorname: NameForm | null }): string {
  return `${namesKeyVersion}${soundOf(nachname)}|${vorname ? soundOf(vorname).slice(0, vornameSounds) : ''}`
}

/** A name of letters that Kölner Phonetik does not know is taken as it is. */
function soundOf({ sound, text }: NameForm): string {
  return sound || text
}
