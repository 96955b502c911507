import type { Fallgruppe } from '../../domain/cases/caseFields'
import { countCodes } from '../../domain/reports/countCodes'
import type { FlagGroup, IcdCount } from '../../domain/reports/cube'
import type { SqliteDatabase } from './sqliteDatabase'

/** See `CaseStore.flagGroups`. All of it comes as one row, for a row costs the client more than reading it. */
export async function flagGroups(
  database: SqliteDatabase,
  { jahr, bisKw }: { jahr: number; bisKw: number },
): Promise<FlagGroup[]> {
  const { rows } = await database.query(
    `select json_group_array(json_array(kw, fallgruppe, statistik, count)) as counted from case_counts
      where jahr = ? and kw <= ? and count > 0`,
    [jahr, bisKw],
  )
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
