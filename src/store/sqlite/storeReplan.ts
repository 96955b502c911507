import type { ReplanWrites } from '../importStore'
import { guard, isGuardFailure } from './guard'
import { insertAudit } from './insertAudit'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { updateRow } from './updateRow'

type Work = { database: SqliteDatabase; writes: ReplanWrites }

/** Stores a plan made anew in one transaction; see `CaseStore.storeReplan`. */
export async function storeReplan({ database, writes }: Work): Promise<'stored' | 'moved'> {
  const { importId, version } = writes
  const condition = `select status = 'previewed' and coalesce(plan_version, 0) = ? from imports where id = ?`
  const isAsItWas = guard({ condition, args: [version, importId] })
  try {
    await database.writeTogether([
      isAsItWas,
      ...writes.blocks.map((block) => updateBlock({ database, block })),
      updateImport({ database, writes }),
      ...insertAudit({ database, audit: writes.audit }),
    ])
    return 'stored'
  } catch (error) {
    if (isGuardFailure(error)) return 'moved'
    throw error
  }
}

function updateBlock({
  database,
  block: { id, ...row },
}: {
  database: SqliteDatabase
  block: ReplanWrites['blocks'][number]
}): SqlStatement {
  return updateRow({ database, table: 'import_blocks', id, row })
}

function updateImport({ database, writes }: Work): SqlStatement {
  const { importId, at, version, counts, decisions, corrections } = writes
  const row = { counts, decisions, corrections, planVersion: version + 1, updatedAt: at }
  return updateRow({ database, table: 'imports', id: importId, row })
}
