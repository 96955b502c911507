import type { ChangedCase, UndoWrites } from '../caseStore'
import { guard, isGuardFailure } from './guard'
import { insertAudit } from './insertAudit'
import { insertIcdCodes } from './insertIcdCodes'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { updateRow } from './updateRow'
import { undoWeeks } from './weekStatements'

const idsPerStatement = 1_000

type Work = { database: SqliteDatabase; writes: UndoWrites }

/** Takes an import back in one transaction; see `CaseStore.undoImport`. */
export async function undoImport({ database, writes }: Work) {
  const { importId, audit, reverted } = writes
  const statements = [
    guard({ condition: `select status = 'applied' from imports where id = ?`, args: [importId] }),
    ...removeCases(writes),
    ...reverted.flatMap((reversal) => revertCase({ database, writes, reversal })),
    ...insertIcdCodes({ database, cases: reverted }),
    ...undoWeeks({ database, writes }),
    ...insertAudit({ database, audit }),
    closeImport({ database, writes }),
  ]
  try {
    await database.writeTogether(statements)
    return 'undone' as const
  } catch (error) {
    if (!isGuardFailure(error)) throw error
    const { rows } = await database.query('select status from imports where id = ?', [importId])
    return rows[0]?.status === 'applied' ? ('conflict' as const) : ('notOpen' as const)
  }
}

function removeCases({ removed, appliedAt }: UndoWrites): SqlStatement[] {
  const statements: SqlStatement[] = []
  for (let start = 0; start < removed.length; start += idsPerStatement) {
    const block = removed.slice(start, start + idsPerStatement)
    const ids = JSON.stringify(block)
    const among = 'in (select value from json_each(?))'
    const condition = `select count(*) = ? from cases where id ${among} and updated_at = ?`
    statements.push(
      guard({ condition, args: [block.length, ids, appliedAt] }),
      { sql: `delete from icd_codes where case_id ${among}`, args: [ids] },
      { sql: `delete from cases where id ${among}`, args: [ids] },
    )
  }
  return statements
}

function revertCase({
  database,
  writes: { appliedAt },
  reversal: { id, updatedAt, values, search },
}: Work & { reversal: ChangedCase }): SqlStatement[] {
  return [
    guard({ condition: 'select updated_at = ? from cases where id = ?', args: [appliedAt, id] }),
    updateRow({ database, table: 'cases', id, row: { ...values, ...search, updatedAt } }),
    ...('icd' in values ? [{ sql: 'delete from icd_codes where case_id = ?', args: [id] }] : []),
  ]
}

function closeImport({ database, writes: { importId, at, result } }: Work): SqlStatement {
  const undoResult = JSON.stringify(result)
  const row = { status: 'undone', undoneAt: at, undoResult, updatedAt: at }
  return updateRow({ database, table: 'imports', id: importId, row })
}
