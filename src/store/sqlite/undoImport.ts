import type { ChangedCase, UndoWrites } from '../importStore'
import { guard, isGuardFailure } from './guard'
import { insertAudit } from './insertAudit'
import { insertIcdCodes } from './insertIcdCodes'
import { rowsPerStatement } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { tellingHowMany } from './tellingHowMany'
import { updateRow } from './updateRow'
import { undoWeeks } from './weekStatements'

const idsPerStatement = 500

type Work = { database: SqliteDatabase; writes: UndoWrites }

/** Takes an import back in one transaction; see `CaseStore.undoImport`. */
export async function undoImport({ tell, ...work }: Work & { tell?: (share: number) => void }) {
  const { database, writes } = work
  try {
    await database.writeAtLength(
      tellingHowMany({ total: statementCount(writes), tell, statements: statementsOf(work) }),
    )
    return 'undone' as const
  } catch (error) {
    if (!isGuardFailure(error)) throw error
    const { rows } = await database.query('select status, is_undoing from imports where id = ?', [
      writes.importId,
    ])
    return rows[0]?.status === 'applied' && rows[0].is_undoing === 1
      ? ('conflict' as const)
      : ('notOpen' as const)
  }
}

function* statementsOf({ database, writes }: Work): Generator<SqlStatement> {
  const { importId, audit, reverted, blocks } = writes
  const condition = `select status = 'applied' and is_undoing = 1 from imports where id = ?`
  yield guard({ condition, args: [importId] })
  yield* removeCases(writes)
  for (const reversal of reverted) yield* revertCase({ database, writes, reversal })
  yield* insertIcdCodes({ database, cases: reverted })
  yield* undoWeeks({ database, writes })
  yield* insertAudit({ database, audit })
  for (const { id, ...row } of blocks) yield updateRow({ database, table: 'import_blocks', id, row })
  yield closeImport({ database, writes })
}

function statementCount({ removed, reverted, audit, blocks }: UndoWrites): number {
  return (
    (3 * removed.length) / idsPerStatement +
    2 * reverted.length +
    audit.length / rowsPerStatement +
    blocks.length +
    3
  )
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
  const row = { status: 'undone', isUndoing: false, undoneAt: at, undoResult, updatedAt: at }
  return updateRow({ database, table: 'imports', id: importId, row })
}
