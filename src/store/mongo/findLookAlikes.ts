import type { LookAlikeKeys, Lookup } from '../../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../../domain/imports/duplicates/possibleDuplicates'
import { askInHalves } from '../askInHalves'
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
    const ask = (lookups: readonly Lookup[], limit: number) => {
      const found = database.collection('cases').find(filterOf(field, lookups), { projection, limit })
      return (lookups.length === 1 ? found.sort({ datum: -1, _id: 1 }) : found).toArray()
    }
    for (const lookups of blocksOf(keys[field])) {
      for (const document of await askInHalves({ lookups, ask })) {
        const id = String(document._id)
        found.set(id, { id, values: valuesOfDocument(document) })
      }
    }
  }
  return [...found.values()]
}

/** Lookups of one group each. */
function blocksOf(lookups: readonly Lookup[]): Lookup[][] {
  const blocks: Lookup[][] = []
  for (const fallgruppe of new Set(lookups.map((lookup) => lookup.fallgruppe))) {
    const ofGroup = lookups
      .filter((lookup) => lookup.fallgruppe === fallgruppe)
      .sort((left, right) => (left.from < right.from ? -1 : 1))
    for (let start = 0; start < ofGroup.length; start += lookupsPerQuery) {
      blocks.push(ofGroup.slice(start, start + lookupsPerQuery))
    }
  }
  return blocks
}

function filterOf(field: keyof LookAlikeKeys, block: readonly Lookup[]): Record<string, unknown> {
  return { [field]: { $in: valuesOf(block) }, fallgruppe: block[0]?.fallgruppe, datum: daysOf(block) }
}

function valuesOf(block: readonly Lookup[]): string[] {
  return [...new Set(block.map(({ value }) => value))]
}

function daysOf(block: readonly Lookup[]): { $gte: string; $lte: string } {
  const ends = block.map(({ to }) => to).sort()
  return { $gte: block[0]?.from ?? '', $lte: ends.at(-1) ?? '' }
}
