import type { LookAlikeKeys, Lookup } from '../../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../../domain/imports/duplicates/possibleDuplicates'
import { valuesOfDocument } from './caseDocument'
import type { MongoDatabase } from './mongoDatabase'

/** How many lookups one query takes. In the order of their days they lie close together, so its days say something. */
const lookupsPerQuery = 1_000

const projection = { nachname: 1, vorname: 1, geburtsdatum: 1, kvnr: 1, fallgruppe: 1, datum: 1 }

/** See `CaseStore.findLookAlikes`. A query asks for all values of its lookups and for the days of all of them. */
export async function findLookAlikes({
  database,
  keys,
}: {
  database: MongoDatabase
  keys: LookAlikeKeys
}): Promise<LookAlike[]> {
  const found = new Map<string, LookAlike>()
  for (const field of ['kvnr', 'geburtsdatum', 'namesKey'] as const) {
    for (const filter of filtersOf(field, keys[field])) {
      for (const document of await database.collection('cases').find(filter, { projection }).toArray()) {
        const id = String(document._id)
        found.set(id, { id, values: valuesOfDocument(document) })
      }
    }
  }
  return [...found.values()]
}

function filtersOf(field: keyof LookAlikeKeys, lookups: readonly Lookup[]): Record<string, unknown>[] {
  const filters: Record<string, unknown>[] = []
  for (const fallgruppe of new Set(lookups.map((lookup) => lookup.fallgruppe))) {
    const ofGroup = lookups
      .filter((lookup) => lookup.fallgruppe === fallgruppe)
      .sort((left, right) => (left.from < right.from ? -1 : 1))
    for (let start = 0; start < ofGroup.length; start += lookupsPerQuery) {
      const block = ofGroup.slice(start, start + lookupsPerQuery)
      filters.push({ [field]: { $in: valuesOf(block) }, fallgruppe, datum: daysOf(block) })
    }
  }
  return filters
}

function valuesOf(block: readonly Lookup[]): string[] {
  return [...new Set(block.map(({ value }) => value))]
}

function daysOf(block: readonly Lookup[]): { $gte: string; $lte: string } {
  const ends = block.map(({ to }) => to).sort()
  return { $gte: block[0]?.from ?? '', $lte: ends.at(-1) ?? '' }
}
