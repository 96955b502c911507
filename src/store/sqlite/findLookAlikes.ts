import type { LookAlikeKeys } from '../../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../../domain/imports/duplicates/possibleDuplicates'
import type { SqliteDatabase } from './sqliteDatabase'

/** How many lookups one query takes; nobody else in this process gets a turn meanwhile. */
const lookupsPerQuery = 5_000

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
    const lookups = keys[field].map((lookup) => Object.values(inColumns(lookup)))
    const sql = queryOf(database.column('cases', field), field === 'namesKey')
    for (let start = 0; start < lookups.length; start += lookupsPerQuery) {
      const block = lookups.slice(start, start + lookupsPerQuery)
      const { rows } = await database.query(sql, [JSON.stringify(block)])
      for (const lookAlike of readLookAlikes(rows[0]?.cases)) found.set(lookAlike.id, lookAlike)
    }
  }
  return [...found.values()]
}

type Columns = { wanted: string; of_group: string; first: string; last: string; born: string | null }

function inColumns({
  value,
  fallgruppe,
  from,
  to,
  geburtsdatum,
}: LookAlikeKeys['geburtsdatum'][number] & { geburtsdatum?: string | null }): Columns {
  return { wanted: value, of_group: fallgruppe, first: from, last: to, born: geburtsdatum ?? null }
}

/** Birth dates that one slip makes one another share the year, or month and day; one that is not known may be any. */
const isNearBirthDate = `and (born is null or geburtsdatum is null
  or substr(geburtsdatum, 1, 4) = substr(born, 1, 4) or substr(geburtsdatum, 6) = substr(born, 6))`

/**
 * The lookups are read once and come first, whatever SQLite guesses of their number. One row for all cases, for a row
 * costs the client more than reading it.
 */
function queryOf(column: string, isByNames: boolean): string {
  return `with lookup(wanted, of_group, first, last, born) as materialized (
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)),
    found(id) as materialized (
      select distinct cases.id from lookup cross join cases
       where ${column} = wanted and fallgruppe = of_group and datum between first and last
         ${isByNames ? isNearBirthDate : ''})
    select json_group_array(json_array(cases.id, ${compared.join(', ')})) as cases
      from found cross join cases on cases.id = found.id`
}

function readLookAlikes(json: unknown): LookAlike[] {
  const found: [string, ...(string | null)[]][] = JSON.parse(String(json))
  return found.map(([id, ...values]) => ({
    id,
    values: Object.fromEntries(compared.map((name, index) => [name, values[index] ?? null])),
  }))
}
