import { hauptgruppe, readIcdCodes } from '../../domain/icd/icdCodes'
import type { ImportWrites } from '../caseStore'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

/** Stores an import in one transaction; see `CaseStore.applyImport`. */
export async function applyImport({ database, writes }: { database: SqliteDatabase; writes: ImportWrites }) {
  const statements = [
    importIsOpen(writes),
    ...writes.updates.flatMap((update) => updateCase({ database, writes, update })),
    ...insertCases({ database, writes }),
    ...insertIcdCodes({ database, writes }),
    ...insertAudit({ database, writes }),
    ...writes.blocks.map((block) => updateBlock(block)),
    closeImport({ database, writes }),
  ]
  try {
    await database.writeTogether(statements)
    return 'applied' as const
  } catch (error) {
    if (isUniqueConflict(error)) return 'conflict' as const
    if (!isGuardFailure(error)) throw error
    return (await isOpen({ database, importId: writes.importId }))
      ? ('conflict' as const)
      : ('notOpen' as const)
  }
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

function insertCases({
  database,
  writes,
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const rows = writes.creates.map(({ id, values }) => ({
    ...values,
    id,
    import: writes.importId,
    createdAt: writes.at,
    updatedAt: writes.at,
  }))
  const fields = new Set(rows.flatMap((row) => Object.keys(row)))
  return rows.length === 0 ? [] : insertRows({ database, table: 'cases', fields: [...fields], rows })
}

function updateCase({
  database,
  writes,
  update: { id, updatedAt, values },
}: {
  database: SqliteDatabase
  writes: ImportWrites
  update: ImportWrites['updates'][number]
}): SqlStatement[] {
  const row: Record<string, unknown> = { ...values, updatedAt: writes.at }
  const fields = Object.keys(row)
  const set = fields.map((field) => `"${database.column('cases', field)}" = ?`).join(', ')
  const args = fields.map((field) => scalar(row[field]))
  return [
    guard({ condition: 'select updated_at = ? from cases where id = ?', args: [updatedAt, id] }),
    { sql: `update cases set ${set} where id = ?`, args: [...args, id] },
    ...('icd' in values ? [{ sql: 'delete from icd_codes where case_id = ?', args: [id] }] : []),
  ]
}

function insertIcdCodes({
  database,
  writes,
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const rows = [...writes.creates, ...writes.updates].flatMap(({ id, values }) => {
    const codes = typeof values.icd === 'string' ? readIcdCodes(values.icd) : null
    if (!codes?.ok) return []
    return codes.value.map((code) => ({
      id: crypto.randomUUID(),
      case: id,
      code,
      hauptgruppe: hauptgruppe(code),
    }))
  })
  return insertRows({ database, table: 'icd_codes', fields: ['id', 'case', 'code', 'hauptgruppe'], rows })
}

const auditFields = ['id', 'at', 'user', 'action', 'entityType', 'entityId', 'changes', 'ip', 'userAgent']

function insertAudit({
  database,
  writes,
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const rows = writes.audit.map((entry) => ({ ...entry, id: crypto.randomUUID(), changes: entry.changes }))
  return insertRows({ database, table: 'audit_log', fields: auditFields, rows })
}

function updateBlock({ id, items, counts }: ImportWrites['blocks'][number]): SqlStatement {
  return {
    sql: 'update import_blocks set items = ?, counts = ? where id = ?',
    args: [JSON.stringify(items), JSON.stringify(counts), id],
  }
}

function closeImport({ database, writes }: { database: SqliteDatabase; writes: ImportWrites }): SqlStatement {
  const row: Record<string, unknown> = {
    ...writes.result,
    counts: JSON.stringify(writes.result.counts),
    problems: JSON.stringify(writes.result.problems),
    status: 'applied',
    appliedAt: writes.at,
    updatedAt: writes.at,
  }
  const fields = Object.keys(row)
  const set = fields.map((field) => `"${database.column('imports', field)}" = ?`).join(', ')
  return {
    sql: `update imports set ${set} where id = ?`,
    args: [...fields.map((field) => scalar(row[field])), writes.importId],
  }
}

/** A value as SQLite stores it. */
function scalar(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}
