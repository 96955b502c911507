import type { SqlStatement, SqlValue } from './sqliteDatabase'

/**
 * A statement that fails, and with it the whole transaction, unless the condition holds. SQLite's `raise()` works
 * in triggers only, so the failing branch reads text that is no JSON; `failed` stands in the error.
 */
export function guard({ condition, args }: { condition: string; args: SqlValue[] }): SqlStatement {
  return {
    sql: `select case when (${condition}) then 1 else json_extract(?, '$') end`,
    args: [...args, 'guard failed'],
  }
}

/** Whether a transaction ended because a guard's condition did not hold. */
export function isGuardFailure(error: unknown): boolean {
  return error instanceof Error && /malformed JSON/.test(error.message)
}

/** Whether a transaction ended because a unique value was taken in the meantime. */
export function isUniqueConflict(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed/.test(error.message)
}
