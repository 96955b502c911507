import type { LookAlikeKeys } from '../../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../../domain/imports/duplicates/possibleDuplicates'
import { askInHalves } from '../askInHalves'
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
    const column = database.column('cases', field)
    const ask = async (asked: readonly unknown[], limit: number) => {
      const sql = queryOf({ column, isByNames: field === 'namesKey', isOne: asked.length === 1 })
      const { rows } = await database.query(sql, [JSON.stringify(asked), limit])
      return readLookAlikes(rows[0]?.cases)
    }
    for (let start = 0; start < lookups.length; start += lookupsPerQuery) {
      const block = lookups.slice(start, start + lookupsPerQuery)
      for (const lookAlike of await askInHalves({ lookups: block, ask })) found.set(lookAlike.id, lookAlike)
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
 * The lookups are read once and come first, whatever SQLite guesses of their number. A single one finds the newest cases. One row for all cases, for a row
 * costs the client more than reading it.
 */
function queryOf({
  column,
  isByNames,
  isOne,
}: {
  column: string
  isByNames: boolean
  isOne: boolean
}): string {
  return `with lookup(wanted, of_group, first, last, born) as materialized (
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)),
    found(id) as materialized (
      select ${isOne ? '' : 'distinct'} cases.id from lookup cross join cases
       where ${column} = wanted and fallgruppe = of_group and datum between first and last
         ${isByNames ? isNearBirthDate : ''}
       ${isOne ? 'order by datum desc, cases.id' : ''} limit ?)
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
