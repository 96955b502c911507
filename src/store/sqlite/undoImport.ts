import type { ChangedCase, UndoWrites } from '../importStore'
import { guard, isGuardFailure } from './guard'
import { insertAudit } from './insertAudit'
import { insertIcdCodes } from './insertIcdCodes'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { updateRow } from './updateRow'
import { undoWeeks } from './weekStatements'

const idsPerStatement = 500

type Work = { database: SqliteDatabase; writes: UndoWrites }

/** Takes an import back in one transaction; see `CaseStore.undoImport`. */
export async function undoImport(work: Work) {
  const { database, writes } = work
  try {
    await database.writeAtLength(statementsOf(work))
    return 'undone' as const
  } catch (error) {
    if (!isGuardFailure(error)) throw error
    const { rows } = await database.query('select status from imports where id = ?', [writes.importId])
    return rows[0]?.status === 'applied' ? ('conflict' as const) : ('notOpen' as const)
  }
}

function* statementsOf({ database, writes }: Work): Generator<SqlStatement> {
  const { importId, audit, reverted } = writes
  yield guard({ condition: `select status = 'applied' from imports where id = ?`, args: [importId] })
  yield* removeCases(writes)
  for (const reversal of reverted) yield* revertCase({ database, writes, reversal })
  yield* insertIcdCodes({ database, cases: reverted })
  yield* undoWeeks({ database, writes })
  yield* insertAudit({ database, audit })
  yield closeImport({ database, writes })
}

function* removeCases({ removed, appliedAt }: UndoWrites): Generator<SqlStatement> {
  for (let start = 0; start < removed.length; start += idsPerStatement) {
    const block = removed.slice(start, start + idsPerStatement)
    const ids = JSON.stringify(block)
    const among = 'in (select value from json_each(?))'
    const condition = `select count(*) = ? from cases where id ${among} and updated_at = ?`
    yield guard({ condition, args: [block.length, ids, appliedAt] })
    yield { sql: `delete from icd_codes where case_id ${among}`, args: [ids] }
    yield { sql: `delete from cases where id ${among}`, args: [ids] }
  }
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
