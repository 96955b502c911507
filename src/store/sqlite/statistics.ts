import { type Fallgruppe, fallgruppeKeys } from '../../domain/cases/caseFields'
import { countCodes } from '../../domain/reports/countCodes'
import type { FlagGroup, IcdCount } from '../../domain/reports/cube'
import type { SqliteDatabase } from './sqliteDatabase'

/** The flags of a week's and group's cases that come next in the cube's index; `null` after the last. */
const nextFlags = (after: string) =>
  `(select statistik from cases where jahr = ?1 and kw = place.kw and fallgruppe = place.fallgruppe${after}
     order by statistik limit 1)`

/**
 * Steps through the cube's index from one week, group and flags to the next and counts each stretch, which takes half
 * the time of comparing every case with the one before. All of it is one row, for a row costs the client more than
 * reading it.
 */
const flagGroupsQuery = `with recursive
  week(kw) as (select 1 where ?2 > 0 union all select kw + 1 from week where kw < ?2),
  start as (select kw, value as fallgruppe from week cross join json_each(?3)),
  stretch(kw, fallgruppe, flags) as (
    select kw, fallgruppe, ${nextFlags('')} from start as place
    union all
    select kw, fallgruppe, ${nextFlags(' and statistik > place.flags')} from stretch as place where flags is not null)
  select json_group_array(json_array(kw, fallgruppe, flags,
      (select count(*) from cases where jahr = ?1 and kw = stretch.kw and fallgruppe = stretch.fallgruppe
          and statistik = flags))) as counted
    from stretch where flags is not null`

/** See `CaseStore.flagGroups`. */
export async function flagGroups(
  database: SqliteDatabase,
  { jahr, bisKw }: { jahr: number; bisKw: number },
): Promise<FlagGroup[]> {
  const { rows } = await database.query(flagGroupsQuery, [jahr, bisKw, JSON.stringify(fallgruppeKeys)])
  const counted = JSON.parse(String(rows[0]?.counted)) as [number, Fallgruppe, number, number][]
  return counted.map(([kw, fallgruppe, flags, count]) => ({ kw, fallgruppe, flags, count }))
}

/** See `CaseStore.icdCounts`. The index counts cases with the same codes; what the codes are is read afterwards. */
export async function icdCounts(
  database: SqliteDatabase,
  { jahr, bisKw, fallgruppe }: { jahr: number; bisKw: number; fallgruppe: Fallgruppe },
): Promise<IcdCount[]> {
  const { rows } = await database.query(
    `select json_group_array(json_array(icd, count)) as counted from (
       select icd, count(*) as count from cases
        where jahr = ? and fallgruppe = ? and icd is not null and kw <= ? group by icd)`,
    [jahr, fallgruppe, bisKw],
  )
  const counted = JSON.parse(String(rows[0]?.counted)) as [string, number][]
  return countCodes(counted.map(([icd, count]) => ({ icd, count })))
}
