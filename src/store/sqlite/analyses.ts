import type { DurationGroup } from '../../domain/reports/analyses/durations'
import type { HauptgruppeCount } from '../../domain/reports/analyses/mainGroups'
import type { OpenGroup } from '../../domain/reports/analyses/openWork'
import type { AnalysisRange } from '../caseCounts'
import type { SqliteDatabase, SqlValue } from './sqliteDatabase'

/** See `CaseStore.durationGroups`. */
export async function durationGroups(
  database: SqliteDatabase,
  { jahr, fallgruppe }: AnalysisRange,
): Promise<DurationGroup[]> {
  const counted = await tuples<[DurationGroup['bis'], number, DurationGroup['fallgruppe'], number, number]>({
    database,
    sql: `select json_group_array(json_array(bis, kw, fallgruppe, tage, count)) as counted from case_durations
      where jahr = ? and count > 0 and fallgruppe = coalesce(?, fallgruppe)`,
    args: [jahr, fallgruppe ?? null],
  })
  return counted.map(([bis, kw, group, tage, count]) => ({ bis, kw, fallgruppe: group, tage, count }))
}

/** See `CaseStore.hauptgruppeCounts`. */
export async function hauptgruppeCounts(
  database: SqliteDatabase,
  { jahr, fallgruppe }: AnalysisRange,
): Promise<HauptgruppeCount[]> {
  const counted = await tuples<[string, number]>({
    database,
    sql: `select json_group_array(json_array(hauptgruppe, count)) as counted from (
       select hauptgruppe, sum(count) as count from case_main_groups
        where jahr = ? and fallgruppe = coalesce(?, fallgruppe) group by hauptgruppe having sum(count) > 0)`,
    args: [jahr, fallgruppe ?? null],
  })
  return counted.map(([hauptgruppe, count]) => ({ hauptgruppe, count }))
}

/** See `CaseStore.openGroups`. */
export async function openGroups(
  database: SqliteDatabase,
  { fallgruppe }: Pick<AnalysisRange, 'fallgruppe'>,
): Promise<OpenGroup[]> {
  const counted = await tuples<[OpenGroup['was'], OpenGroup['datum'], number]>({
    database,
    sql: `select json_group_array(json_array(was, datum, count)) as counted from (
       select was, datum, sum(count) as count from case_open_days
        where fallgruppe = coalesce(?, fallgruppe) group by was, datum having sum(count) > 0)`,
    args: [fallgruppe ?? null],
  })
  return counted.map(([was, datum, count]) => ({ was, datum, count }))
}

/** All of it comes as one row, for a row costs the client more than reading it. */
async function tuples<Tuple>({
  database,
  sql,
  args,
}: {
  database: SqliteDatabase
  sql: string
  args: SqlValue[]
}): Promise<Tuple[]> {
  const { rows } = await database.query(sql, args)
  return JSON.parse(String(rows[0]?.counted)) as Tuple[]
}
