import { v7 as timeOrderedId } from 'uuid'
import type { AuditEntry } from '../../domain/audit/auditEntry'
import { caseFieldNames } from '../../domain/cases/caseFields'
import { hauptgruppe, type IcdCode, readIcdCodes } from '../../domain/icd/icdCodes'
import type { ImportWrites, NewCase } from '../caseStore'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { type FieldsOf, insertRows } from './insertRows'
import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

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
  writes: { creates, importId, at },
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const fields: FieldsOf<NewCase> = {
    ...Object.fromEntries(caseFieldNames.map((name) => [name, ({ values }: NewCase) => values[name]])),
    id: ({ id }) => id,
    statistik: ({ search }) => search.statistik,
    personKey: ({ search }) => search.personKey,
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
}: {
  database: SqliteDatabase
  writes: ImportWrites
  update: ImportWrites['updates'][number]
}): SqlStatement[] {
  const row: Record<string, unknown> = { ...values, ...search, updatedAt: writes.at }
  const fields = Object.keys(row)
  const set = fields.map((field) => `"${database.column('cases', field)}" = ?`).join(', ')
  const args = fields.map((field) => sqlValue(row[field]))
  return [
    guard({ condition: 'select updated_at = ? from cases where id = ?', args: [updatedAt, id] }),
    { sql: `update cases set ${set} where id = ?`, args: [...args, id] },
    ...('icd' in values ? [{ sql: 'delete from icd_codes where case_id = ?', args: [id] }] : []),
  ]
}

type CodeOfCase = { caseId: string; code: IcdCode }

function insertIcdCodes({
  database,
  writes,
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const rows = [...writes.creates, ...writes.updates].flatMap(({ id, values }): CodeOfCase[] => {
    const codes = typeof values.icd === 'string' ? readIcdCodes(values.icd) : null
    return codes?.ok ? codes.value.map((code) => ({ caseId: id, code })) : []
  })
  const fields: FieldsOf<CodeOfCase> = {
    id: () => timeOrderedId(),
    case: ({ caseId }) => caseId,
    code: ({ code }) => code,
    hauptgruppe: ({ code }) => hauptgruppe(code),
  }
  return insertRows({ database, table: 'icd_codes', fields, rows })
}

function insertAudit({
  database,
  writes: { audit },
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const fields: FieldsOf<AuditEntry> = {
    id: () => timeOrderedId(),
    at: ({ at }) => at,
    user: ({ user }) => user,
    action: ({ action }) => action,
    entityType: ({ entityType }) => entityType,
    entityId: ({ entityId }) => entityId,
    changes: ({ changes }) => changes,
    ip: ({ ip }) => ip,
    userAgent: ({ userAgent }) => userAgent,
  }
  return insertRows({ database, table: 'audit_log', fields, rows: audit })
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
    args: [...fields.map((field) => sqlValue(row[field])), writes.importId],
  }
}
