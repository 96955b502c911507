import type { PlanBlock } from '../importStore'
import { newId } from '../newId'
import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

/** See `CaseStore.insertPlanBlocks`. */
export async function insertPlanBlocks({
  database,
  blocks,
}: {
  database: SqliteDatabase
  blocks: readonly PlanBlock[]
}): Promise<void> {
  await database.writeTogether(blocks.map((block) => insertBlock({ database, block })))
}

function insertBlock({ database, block }: { database: SqliteDatabase; block: PlanBlock }): SqlStatement {
  const { importId, ...rest } = block
  const row: Record<string, unknown> = { id: newId(), import: importId, ...rest }
  const fields = Object.keys(row)
  const columns = fields.map((field) => `"${database.column('import_blocks', field)}"`).join(', ')
  return {
    sql: `insert into import_blocks (${columns}) values (${fields.map(() => '?').join(', ')})`,
    args: fields.map((field) => sqlValue(row[field])),
  }
}
