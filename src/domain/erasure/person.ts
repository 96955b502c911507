import type { CaseValues } from '../cases/caseValues'
import { nameFormOf } from '../cases/nameForm'

/** What tells somebody from others; what is not known is `null`. */
export type Person = Record<(typeof identity)[number], string | null>

const identity = ['nachname', 'vorname', 'geburtsdatum', 'kvnr'] as const

/** The person of a case or of a row of a file. */
export function personOf(values: { [field in keyof Person]?: CaseValues[field] | undefined }): Person {
  const [nachname, vorname, geburtsdatum, kvnr] = identity.map((field) => textOf(values[field]))
  return {
    nachname: nachname ?? null,
    vorname: vorname ?? null,
    geburtsdatum: geburtsdatum ?? null,
    kvnr: kvnr ?? null,
  }
}

/**
 * Whether two are the same person. Certain: the same insurance number, or the same names and birth date, compared as
 * duplicates are (SPEC §4). Possible: the same Nachname, and nothing else of what is known of both speaks against it.
 */
export function likenessOf(one: Person, other: Person): 'certain' | 'possible' | null {
  const [nachname, vorname] = [sameName(one.nachname, other.nachname), sameName(one.vorname, other.vorname)]
  const geburtsdatum = same(one.geburtsdatum, other.geburtsdatum)
  const kvnr = same(one.kvnr, other.kvnr)
  if (kvnr || (nachname && vorname && geburtsdatum)) return 'certain'
  const isAgainst = [vorname, geburtsdatum, kvnr].includes(false)
  return nachname && !isAgainst ? 'possible' : null
}

/** `null` where one of the two is not known. */
function same(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : one === other
}

function sameName(one: string | null, other: string | null): boolean | null {
  const folded = (name: string | null) => nameFormOf(name)?.text ?? name
  return same(folded(one), folded(other))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
