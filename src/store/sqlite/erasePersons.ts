import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { BlockUndo } from '../../domain/imports/planUndo'
import type { ErasablePlanBlock, ErasedRows, PersonKeys } from '../erasureStore'
import type { ExistingCaseAt } from '../storedCases'
import { existingCases } from './existingCases'
import { guard, isGuardFailure } from './guard'
import { insertAudit } from './insertAudit'
import type { SqliteDatabase, SqlStatement, SqlValue } from './sqliteDatabase'
import { updateRow } from './updateRow'

type Place = { database: SqliteDatabase }

/** See `ErasureStore.findPersons`. */
export function findPersons({
  database,
  keys,
}: Place & { keys: readonly PersonKeys[] }): Promise<ExistingCaseAt[]> {
  const condition = `id in (
    select cases.id from json_each(?1) as wanted join cases on kvnr = json_extract(wanted.value, '$.kvnr')
    union
    select cases.id from json_each(?1) as wanted
      join cases on names_key >= json_extract(wanted.value, '$.namesPrefix')
        and names_key < json_extract(wanted.value, '$.namesPrefix') || ?2
      where geburtsdatum is null or coalesce(json_extract(wanted.value, '$.geburtsdatum'), geburtsdatum) = geburtsdatum)`
  return existingCases({ database, condition, args: [JSON.stringify(keys), '\u{10ffff}'] })
}

/** See `ErasureStore.casesBefore`. */
export async function casesBefore({
  database,
  day,
  limit,
}: Place & { day: string; limit: number }): Promise<{ id: string; fallId: string }[]> {
  const { rows } = await database.query(
    'select id, fall_id from cases where datum < ? order by datum, fall_id limit ?',
    [day, limit],
  )
  return rows.map((row) => ({ id: String(row.id), fallId: String(row.fall_id) }))
}

const endedBefore = `status not in ('applying', 'previewed') and coalesce(is_undoing, 0) = 0 and updated_at < ?
  and (rows_erased_at is null or exists (select 1 from import_blocks where import_id = imports.id))`

/** See `ErasureStore.countBefore`. */
export async function countBefore({
  database,
  day,
  at,
}: Place & { day: string | null; at: string | null }): Promise<{ cases: number; imports: number }> {
  const count = async (sql: string, before: string | null) =>
    before === null ? 0 : Number((await database.query(sql, [before])).rows[0]?.count)
  return {
    cases: await count('select count(*) as count from cases where datum < ?', day),
    imports: await count(`select count(*) as count from imports where ${endedBefore}`, at),
  }
}

/** See `ErasureStore.importsBefore`. */
export async function importsBefore({ database, at }: Place & { at: string }): Promise<string[]> {
  const { rows } = await database.query(`select id from imports where ${endedBefore} order by updated_at`, [
    at,
  ])
  return rows.map(({ id }) => String(id))
}

/** See `ErasureStore.erasableBlocks`. */
export async function erasableBlocks({
  database,
  after,
  limit,
}: Place & { after: string | null; limit: number }): Promise<ErasablePlanBlock[]> {
  const { rows } = await database.query(
    'select id, import_id, "rows", items, counts, undo from import_blocks where id > ? order by id limit ?',
    [after ?? '', limit],
  )
  return rows.map((row) => ({
    id: String(row.id),
    importId: String(row.import_id),
    rows: JSON.parse(String(row.rows)) as ErasablePlanBlock['rows'],
    items: JSON.parse(String(row.items)) as ErasablePlanBlock['items'],
    counts: JSON.parse(String(row.counts)) as ErasablePlanBlock['counts'],
    undo: row.undo === null ? null : (JSON.parse(String(row.undo)) as BlockUndo),
  }))
}

/** See `ErasureStore.storeErasedRows`. */
export async function storeErasedRows({
  database,
  writes: { importId, version, told, counts, block },
}: Place & { writes: ErasedRows }): Promise<'stored' | 'moved'> {
  const { id, ...row } = block
  const condition = `select status <> 'applying' and coalesce(is_undoing, 0) = 0 and coalesce(plan_version, 0) = ?
    from imports where id = ?`
  try {
    await database.writeTogether([
      guard({ condition, args: [version, importId] }),
      updateRow({ database, table: 'import_blocks', id, row }),
      updateRow({
        database,
        table: 'imports',
        id: importId,
        row: { ...told, ...(counts && { counts }), planVersion: version + 1 },
      }),
    ])
    return 'stored'
  } catch (error) {
    if (isGuardFailure(error)) return 'moved'
    throw error
  }
}

const among = 'in (select value from json_each(?))'

/** See `ErasureStore.eraseCases`. */
export async function eraseCases({
  database,
  ids,
  audit,
}: Place & { ids: readonly string[]; audit: readonly AuditEntry[] }): Promise<{
  cases: number
  icdCodes: number
}> {
  const args: SqlValue[] = [JSON.stringify(ids)]
  const count = async (sql: string) => Number((await database.query(sql, args)).rows[0]?.count)
  const cases = await count(`select count(*) as count from cases where id ${among}`)
  const icdCodes = await count(`select count(*) as count from icd_codes where case_id ${among}`)
  const statements: SqlStatement[] = [
    { sql: `delete from icd_codes where case_id ${among}`, args },
    { sql: `delete from cases where id ${among}`, args },
    ...insertAudit({ database, audit }),
  ]
  await database.writeAtLength(statements)
  return { cases, icdCodes }
}
