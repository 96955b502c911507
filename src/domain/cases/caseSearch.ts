import { caseFlags } from './caseFlags'
import type { CaseValues } from './caseValues'
import { nachnameFormOf, nameFormOf } from './nameForm'
import { namesKey } from './namesKey'
import { personKey } from './personKey'
import { sortKey } from './sortKey'

/** What is stored beside a case's fields for counting, finding duplicates and sorting; nobody sees or writes it. */
export type CaseSearch = {
  statistik: number
  personKey: string | null
  namesKey: string
  nachnameSort: string | null
  vornameSort: string | null
}

/** What follows from a whole case for counting and searching. Stored cases get a change by `namesKeyVersion`. */
export function caseSearch(values: CaseValues): CaseSearch {
  return {
    statistik: caseFlags(values),
    personKey: personKey(values),
    namesKey: namesKey({
      nachname: nachnameFormOf(values.nachname),
      vorname: nameFormOf(values.vorname),
    }),
    nachnameSort: sortKey(values.nachname),
    vornameSort: sortKey(values.vorname),
  }
}

/** What a list sorted by a field is really sorted by. */
export const sortFields = { nachname: 'nachnameSort', vorname: 'vornameSort' } as const satisfies Partial<
  Record<keyof CaseValues, keyof CaseSearch>
>
