import type { AuditEntry } from '../../domain/audit/auditEntry'
import { newId } from '../newId'
import { type FieldsOf, insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

/** Statements that insert audit entries. */
export function insertAudit({
  database,
  audit,
}: {
  database: SqliteDatabase
  audit: readonly AuditEntry[]
}): Iterable<SqlStatement> {
  const fields: FieldsOf<AuditEntry> = {
    id: newId,
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
