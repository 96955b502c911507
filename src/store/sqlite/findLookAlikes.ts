import type { LookAlikeKeys, Lookup } from '../../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../../domain/imports/duplicates/possibleDuplicates'
import type { SqliteDatabase } from './sqliteDatabase'

/** How many lookups one query takes; nobody else in this process gets a turn meanwhile. */
const lookupsPerQuery = 2_000

const compared = ['nachname', 'vorname', 'geburtsdatum', 'kvnr', 'fallgruppe', 'datum'] as const

/** See `CaseStore.findLookAlikes`. */
export async function findLookAlikes({
  database,
  keys,
}: {
  database: SqliteDatabase
  keys: LookAlikeKeys
}): Promise<LookAlike[]> {
  const found = new Map<string, LookAlike>()
  for (const field of ['kvnr', 'geburtsdatum', 'namesKey'] as const) {
    for (let start = 0; start < keys[field].length; start += lookupsPerQuery) {
      const lookups = keys[field].slice(start, start + lookupsPerQuery)
      for (const lookAlike of await query({ database, field, lookups })) found.set(lookAlike.id, lookAlike)
    }
  }
  return [...found.values()]
}

/** Birth dates that one slip makes one another share the year, or month and day; one that is not known may be any. */
const isNearBirthDate = `and (lookup.value ->> 'geburtsdatum' is null or geburtsdatum is null
  or substr(geburtsdatum, 1, 4) = substr(lookup.value ->> 'geburtsdatum', 1, 4)
  or substr(geburtsdatum, 6) = substr(lookup.value ->> 'geburtsdatum', 6))`

/** One row for all cases, for a row costs the client more than reading it. The lookups come first, whatever SQLite guesses of their number. */
async function query({
  database,
  field,
  lookups,
}: {
  database: SqliteDatabase
  field: keyof LookAlikeKeys
  lookups: readonly Lookup[]
}): Promise<LookAlike[]> {
  const column = database.column('cases', field)
  const { rows } = await database.query(
    `select json_group_array(json_array(id, ${compared.join(', ')})) as cases from cases where id in (
       select cases.id from json_each(?) as lookup cross join cases
        where ${column} = lookup.value ->> 'value' and fallgruppe = lookup.value ->> 'fallgruppe'
          and datum between lookup.value ->> 'from' and lookup.value ->> 'to'
          ${field === 'namesKey' ? isNearBirthDate : ''})`,
    [JSON.stringify(lookups)],
  )
  const found: [string, ...(string | null)[]][] = JSON.parse(String(rows[0]?.cases))
  return found.map(([id, ...values]) => ({
    id,
    values: Object.fromEntries(compared.map((name, index) => [name, values[index] ?? null])),
  }))
}
