import type { CaseValues } from './caseValues'
import { nameFormOf } from './nameForm'

/**
 * The key under which two cases are certainly the same person's same case: folded Nachname and Vorname, birth
 * date, group and day (SPEC §4). `null` when any of them is empty; then two cases are at most possibly the same.
 */
export function personKey({ nachname, vorname, geburtsdatum, fallgruppe, datum }: CaseValues): string | null {
  if (!geburtsdatum || !fallgruppe || !datum) return null
  const [last, first] = [nameFormOf(nachname), nameFormOf(vorname)]
  return last && first ? `${last.text}|${first.text}|${geburtsdatum}|${fallgruppe}|${datum}` : null
}
