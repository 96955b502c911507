import { type KeptCount, keptCounts } from './keptCounts'
import type { SqlStatement } from './sqliteDatabase'

/** The client of the embedded database as far as this uses it. */
type Client = {
  execute(sql: string): Promise<{ rows: object[] }>
  batch(statements: SqlStatement[], mode: 'write'): Promise<unknown>
}

/**
 * Makes the database keep what the dashboard counts of the cases, whoever writes them: triggers count in the transaction
 * of the write itself. They are gone with a migration that builds the table of cases anew; then, or when they are not as
 * here, the cases are counted once. Returns whether they were.
 */
export async function keepCaseCounts(client: Client): Promise<boolean> {
  const { rows } = await client.execute(
    `select sql from sqlite_master where type in ('table', 'trigger') and name like 'case\\_%' escape '\\'`,
  )
  const present = new Set(rows.map((row) => ('sql' in row ? String(row.sql) : '')))
  const missing = keptCounts.filter((kept) => !definitionsOf(kept).every((sql) => present.has(sql)))
  for (const kept of missing) await client.batch(countAnew(kept), 'write')
  return missing.length > 0
}

function definitionsOf(kept: KeptCount): string[] {
  return [tableOf(kept), ...Object.values(triggersOf(kept))]
}

function countAnew(kept: KeptCount): SqlStatement[] {
  const triggers = triggersOf(kept)
  const columns = Object.keys(kept.key).join(', ')
  const places = Object.keys(kept.key).map((_, index) => index + 1)
  return [
    ...Object.keys(triggers).map((name) => `DROP TRIGGER IF EXISTS ${name}`),
    `DROP TABLE IF EXISTS ${kept.table}`,
    tableOf(kept),
    `WITH counted(${columns}) AS (${kept.select('cases')})
      INSERT INTO ${kept.table} SELECT ${columns}, count(*) FROM counted GROUP BY ${places.join(', ')}`,
    ...Object.values(triggers),
  ].map((sql) => ({ sql, args: [] }))
}

function tableOf({ table, key }: KeptCount): string {
  const columns = Object.entries(key).map(([column, type]) => `${column} ${type}`)
  return `CREATE TABLE ${table} (${columns.join(', ')}, count INTEGER NOT NULL,
  PRIMARY KEY (${Object.keys(key).join(', ')})) WITHOUT ROWID`
}

function triggersOf(kept: KeptCount): Record<string, string> {
  const { table, of } = kept
  const plus = stepOf(kept, 'new', '+')
  const minus = stepOf(kept, 'old', '-')
  const triggers = {
    insert: ['INSERT', plus],
    delete: ['DELETE', minus],
    update: [`UPDATE OF ${of.join(', ')}`, `${minus}${plus}`],
  }
  return Object.fromEntries(
    Object.entries(triggers).map(([event, [on, steps]]) => {
      const name = `${table}_${event}`
      return [name, `CREATE TRIGGER ${name} AFTER ${on} ON cases BEGIN${steps}\nEND`]
    }),
  )
}

/** One statement however many keys a case has; the condition keeps SQLite from reading ON CONFLICT as a join's. */
function stepOf({ table, key, select }: KeptCount, row: 'old' | 'new', sign: '+' | '-'): string {
  return `
  INSERT INTO ${table} SELECT *, ${sign}1 FROM (${select(row)}) WHERE true
    ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET count = count ${sign} 1;`
}
