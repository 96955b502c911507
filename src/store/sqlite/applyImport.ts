import { caseFieldNames } from '../../domain/cases/caseFields'
import type { CaseValue } from '../../domain/cases/caseValues'
import type { ImportWrites, NewCase } from '../importStore'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { insertAudit } from './insertAudit'
import { insertEvent } from './insertEvent'
import { insertIcdCodes } from './insertIcdCodes'
import { type FieldsOf, insertRows, rowsPerStatement } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { tellingHowMany } from './tellingHowMany'
import { updateRow } from './updateRow'
import { applyWeeks } from './weekStatements'

type Work = { database: SqliteDatabase; writes: ImportWrites }

/** Stores an import in one transaction; see `CaseStore.applyImport`. */
export async function applyImport({ tell, ...work }: Work & { tell?: (share: number) => void }) {
  const { database, writes } = work
  try {
    await database.writeAtLength(
      tellingHowMany({ total: statementCount(writes), tell, statements: statementsOf(work) }),
    )
    return 'applied' as const
  } catch (error) {
    if (isUniqueConflict(error)) return 'conflict' as const
    if (!isGuardFailure(error)) throw error
    return (await isOpen({ database, importId: writes.importId }))
      ? ('conflict' as const)
      : ('notOpen' as const)
  }
}

function* statementsOf({ database, writes }: Work): Generator<SqlStatement> {
  yield importIsOpen(writes)
  for (const update of writes.updates) yield* updateCase({ database, writes, update })
  yield* insertCases({ database, writes })
  yield* insertIcdCodes({ database, cases: [...writes.creates, ...writes.updates] })
  yield* applyWeeks({ database, writes })
  yield* insertAudit({ database, audit: writes.audit })
  yield* insertEvent({ database, event: writes.event })
  for (const block of writes.blocks) yield updateBlock(block)
  yield closeImport({ database, writes })
}

function statementCount({ creates, updates, weeks, audit, event, blocks }: ImportWrites): number {
  const codes = [...creates, ...updates].reduce((sum, { values }) => sum + codeCount(values.icd), 0)
  const insertions = (creates.length + codes + audit.length) / rowsPerStatement
  const ofWeeks = weeks ? weeks.creates.length / rowsPerStatement + 2 * weeks.updates.length : 0
  return 2 * updates.length + insertions + ofWeeks + (event ? 1 : 0) + blocks.length + 2
}

function codeCount(icd: CaseValue | undefined): number {
  return typeof icd === 'string' ? icd.split(',').length : 0
}

function importIsOpen({ importId }: ImportWrites): SqlStatement {
  return guard({ condition: `select status = 'applying' from imports where id = ?`, args: [importId] })
}

async function isOpen({
  database,
  importId,
}: {
  database: SqliteDatabase
  importId: string
}): Promise<boolean> {
  const { rows } = await database.query('select status from imports where id = ?', [importId])
  return rows[0]?.status === 'applying'
}

function insertCases({ database, writes: { creates, importId, at } }: Work): Iterable<SqlStatement> {
  const fields: FieldsOf<NewCase> = {
    ...Object.fromEntries(caseFieldNames.map((name) => [name, ({ values }: NewCase) => values[name]])),
    id: ({ id }) => id,
    statistik: ({ search }) => search.statistik,
    personKey: ({ search }) => search.personKey,
    namesKey: ({ search }) => search.namesKey,
    nachnameSort: ({ search }) => search.nachnameSort,
    vornameSort: ({ search }) => search.vornameSort,
    import: () => importId,
    createdAt: () => at,
    updatedAt: () => at,
  }
  return insertRows({ database, table: 'cases', fields, rows: creates })
}

function updateCase({
  database,
  writes,
  update: { id, updatedAt, values, search },
}: Work & { update: ImportWrites['updates'][number] }): SqlStatement[] {
  const row: Record<string, unknown> = { ...values, ...search, updatedAt: writes.at }
  return [
    guard({ condition: 'select updated_at = ? from cases where id = ?', args: [updatedAt, id] }),
    updateRow({ database, table: 'cases', id, row }),
    ...('icd' in values ? [{ sql: 'delete from icd_codes where case_id = ?', args: [id] }] : []),
  ]
}

function updateBlock({ id, items, counts, undo }: ImportWrites['blocks'][number]): SqlStatement {
  return {
    sql: 'update import_blocks set items = ?, counts = ?, undo = ? where id = ?',
    args: [JSON.stringify(items), JSON.stringify(counts), JSON.stringify(undo), id],
  }
}

function closeImport({ database, writes }: Work): SqlStatement {
  const row: Record<string, unknown> = {
    ...writes.result,
    counts: JSON.stringify(writes.result.counts),
    problems: JSON.stringify(writes.result.problems),
    status: 'applied',
    appliedAt: writes.at,
    updatedAt: writes.at,
  }
  return updateRow({ database, table: 'imports', id: writes.importId, row })
}
