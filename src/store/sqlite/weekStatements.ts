import type { ExistingWeek } from '../../domain/imports/planWeekRows'
import { summaryColumns } from '../../domain/reports/summaryColumns'
import type { ImportWrites, UndoWrites } from '../importStore'
import { guard } from './guard'
import { type FieldsOf, insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { updateRow } from './updateRow'

const table = 'yearly_summaries'

type NewWeek = Omit<ExistingWeek, 'updatedAt'>
const names = ['jahr', 'kw', ...summaryColumns, 'source', 'generatedAt'] as const
const fields: FieldsOf<NewWeek> = {
  id: ({ id }) => id,
  ...Object.fromEntries(names.map((name) => [name, ({ values }: NewWeek) => values[name]])),
}

/** Statements that store the weeks of an import. */
export function applyWeeks({
  database,
  writes: { weeks, at },
}: {
  database: SqliteDatabase
  writes: ImportWrites
}): SqlStatement[] {
  const { creates = [], updates = [] } = weeks ?? {}
  return [
    ...updates.flatMap((update) => putWeek({ database, week: update, version: update.updatedAt, at })),
    ...insertRows({
      database,
      table,
      fields: { ...fields, createdAt: () => at, updatedAt: () => at },
      rows: creates,
    }),
  ]
}

/** Statements that take the weeks of an import back. */
export function undoWeeks({
  database,
  writes: { weeks, appliedAt },
}: {
  database: SqliteDatabase
  writes: UndoWrites
}): SqlStatement[] {
  const { removed = [], reverted = [] } = weeks ?? {}
  return [
    ...removed.flatMap((id) => [
      isAt({ id, version: appliedAt }),
      { sql: `delete from ${table} where id = ?`, args: [id] },
    ]),
    ...reverted.flatMap((week) => putWeek({ database, week, version: appliedAt, at: week.updatedAt })),
  ]
}

/** Sets a week's values, and fails the transaction when it is not at the version. */
function putWeek({
  database,
  week: { id, values },
  version,
  at,
}: {
  database: SqliteDatabase
  week: ExistingWeek
  version: string
  at: string
}): SqlStatement[] {
  return [isAt({ id, version }), updateRow({ database, table, id, row: { ...values, updatedAt: at } })]
}

function isAt({ id, version }: { id: string; version: string }): SqlStatement {
  return guard({ condition: `select updated_at = ? from ${table} where id = ?`, args: [version, id] })
}
