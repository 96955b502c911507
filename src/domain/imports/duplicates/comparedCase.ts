import { type CalendarDate, dayNumber } from '../../calendar/calendarDate'
import type { CaseValues } from '../../cases/caseValues'
import { type NameForm, nachnameFormOf, nameFormOf } from '../../cases/nameForm'
import { namesKey } from '../../cases/namesKey'

/** What of a case is compared, read once. */
export type ComparedCase = {
  nachname: NameForm
  vorname: NameForm | null
  geburtsdatum: string | null
  kvnr: string | null
  fallgruppe: string
  /** Days since 1970-01-01. */
  day: number
  /** How the names sound, and how they do the other way round. */
  namesKey: string
  swappedKey: string | null
}

/** What of a case is compared. */
export function comparedCase(values: CaseValues): ComparedCase {
  const nachname = nachnameFormOf(values.nachname)
  const vorname = nameFormOf(values.vorname)
  const own = namesKey({ nachname, vorname })
  const swapped = vorname && namesKey({ nachname: vorname, vorname: nachname })
  return {
    nachname,
    vorname,
    geburtsdatum: textOf(values.geburtsdatum),
    kvnr: textOf(values.kvnr),
    fallgruppe: String(values.fallgruppe),
    day: dayNumber(String(values.datum) as CalendarDate),
    namesKey: own,
    swappedKey: swapped === own ? null : swapped,
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
