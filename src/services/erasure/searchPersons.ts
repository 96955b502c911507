import type { PayloadRequest } from 'payload'
import { nachnameFormOf } from '../../domain/cases/nameForm'
import { namesKey } from '../../domain/cases/namesKey'
import { likenessOf, type Person, personOf } from '../../domain/erasure/person'
import { refusal } from '../../lib/refuse'
import type { PersonKeys } from '../../store/erasureStore'
import type { ExistingCaseAt } from '../../store/storedCases'
import { storeOf } from '../../store/storeOf'

/** So many cases are shown. */
const maxCases = 200

export type FoundPerson = { found: ExistingCaseAt; likeness: 'certain' | 'possible' }

/**
 * The cases of somebody who is named by one of their cases or by what tells them from others: those that are certainly
 * theirs first. Throws `404` for an unknown Fall-ID.
 */
export async function searchPersons({
  req,
  fallId,
  person,
}: {
  req: PayloadRequest
  fallId: string | null
  person: Person
}): Promise<{ cases: FoundPerson[]; totalDocs: number }> {
  const store = storeOf(req.payload)
  const named = fallId === null ? [] : await store.findByFallIds([fallId])
  if (fallId !== null && named.length === 0)
    throw refusal(req, 404, 'erasureCaseUnknown', { params: { value: fallId } })
  const persons = fallId === null ? [person] : named.map(({ values }) => personOf(values))
  const likely = await store.findPersons(persons.map(keysOf))
  const cases = new Map<string, FoundPerson>(named.map((found) => [found.id, { found, likeness: 'certain' }]))
  for (const found of likely) {
    const likeness = bestOf(persons.map((one) => likenessOf(one, personOf(found.values))))
    if (likeness && !cases.has(found.id)) cases.set(found.id, { found, likeness })
  }
  const sorted = [...cases.values()].sort(byLikeness)
  return { cases: sorted.slice(0, maxCases), totalDocs: sorted.length }
}

/** Cases of one sound are looked up by the Nachname; the rest is compared. */
function keysOf({ nachname, geburtsdatum, kvnr }: Person): PersonKeys {
  const namesPrefix =
    nachname === null ? null : namesKey({ nachname: nachnameFormOf(nachname), vorname: null })
  return { kvnr, namesPrefix, geburtsdatum }
}

function bestOf(likenesses: readonly ReturnType<typeof likenessOf>[]): FoundPerson['likeness'] | null {
  if (likenesses.includes('certain')) return 'certain'
  return likenesses.includes('possible') ? 'possible' : null
}

function byLikeness(one: FoundPerson, other: FoundPerson): number {
  if (one.likeness !== other.likeness) return one.likeness === 'certain' ? -1 : 1
  return String(other.found.values.datum ?? '').localeCompare(String(one.found.values.datum ?? ''))
}
