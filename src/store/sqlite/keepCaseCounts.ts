import type { SqlStatement } from './sqliteDatabase'

/** The client of the embedded database as far as this uses it. */
type Client = {
  execute(sql: string): Promise<{ rows: object[] }>
  batch(statements: SqlStatement[], mode: 'write'): Promise<unknown>
}

const table = `CREATE TABLE case_counts (jahr INTEGER, kw INTEGER, fallgruppe TEXT, statistik INTEGER, count INTEGER NOT NULL,
  PRIMARY KEY (jahr, kw, fallgruppe, statistik)) WITHOUT ROWID`

const triggers = {
  case_counts_insert: trigger({ name: 'case_counts_insert', on: 'INSERT', steps: [['new', '+']] }),
  case_counts_delete: trigger({ name: 'case_counts_delete', on: 'DELETE', steps: [['old', '-']] }),
  case_counts_update: trigger({
    name: 'case_counts_update',
    on: 'UPDATE OF jahr, kw, fallgruppe, statistik',
    steps: [
      ['old', '-'],
      ['new', '+'],
    ],
  }),
}

/**
 * Makes the database keep how many cases there are by year, week, group and flags, whoever writes them: triggers count
 * in the transaction of the write itself. They are gone with a migration that builds the table of cases anew; then, or
 * when they are not as here, the cases are counted once. Returns whether they were.
 */
export async function keepCaseCounts(client: Client): Promise<boolean> {
  const { rows } = await client.execute(
    `select sql from sqlite_master where name like 'case\\_counts%' escape '\\' and sql is not null`,
  )
  const present = new Set(rows.map((row) => ('sql' in row ? String(row.sql) : '')))
  const wanted = [table, ...Object.values(triggers)]
  if (present.size === wanted.length && wanted.every((sql) => present.has(sql))) return false
  await client.batch(
    [
      ...Object.keys(triggers).map((name) => `DROP TRIGGER IF EXISTS ${name}`),
      'DROP TABLE IF EXISTS case_counts',
      table,
      `INSERT INTO case_counts SELECT jahr, kw, fallgruppe, statistik, count(*) FROM cases
        WHERE jahr IS NOT NULL AND kw IS NOT NULL GROUP BY jahr, kw, fallgruppe, statistik`,
      ...Object.values(triggers),
    ].map((sql) => ({ sql, args: [] })),
    'write',
  )
  return true
}

/** A case without a week, which the rules do not make, is not counted. */
function trigger({
  name,
  on,
  steps,
}: {
  name: string
  on: string
  steps: readonly (readonly [row: 'old' | 'new', sign: '+' | '-'])[]
}): string {
  const statements = steps.map(
    ([row, sign]) => `
  INSERT INTO case_counts SELECT ${row}.jahr, ${row}.kw, ${row}.fallgruppe, ${row}.statistik, ${sign}1
    WHERE ${row}.jahr IS NOT NULL AND ${row}.kw IS NOT NULL
    ON CONFLICT DO UPDATE SET count = count ${sign} 1;`,
  )
  return `CREATE TRIGGER ${name} AFTER ${on} ON cases BEGIN${statements.join('')}
END`
}
