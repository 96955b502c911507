import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

type Values = Readonly<Record<string, unknown>>
type Place = { database: SqliteDatabase; table: string }

/** A statement that sets fields of one row. */
export function updateRow({ id, ...update }: Place & { id: string; row: Values }): SqlStatement {
  return updateRows({ ...update, where: { id } })
}

/** A statement that sets fields of every row whose fields are as `where` says. */
export function updateRows({ row, where, ...place }: Place & { row: Values; where: Values }): SqlStatement {
  const set = assigned({ ...place, values: row }).join(', ')
  const condition = conditionOf({ ...place, where })
  return {
    sql: `update "${place.table}" set ${set} where ${condition.sql}`,
    args: [...Object.values(row).map(sqlValue), ...condition.args],
  }
}

/** That fields of a row are as `where` says. */
export function conditionOf({ where, ...place }: Place & { where: Values }): SqlStatement {
  return {
    sql: assigned({ ...place, values: where }).join(' and '),
    args: Object.values(where).map(sqlValue),
  }
}

function assigned({ database, table, values }: Place & { values: Values }): string[] {
  return Object.keys(values).map((field) => `"${database.column(table, field)}" = ?`)
}
