import type { AuditFilter } from '../auditStore'
import type { SqliteDatabase, SqlValue } from './sqliteDatabase'

/** So many entries are counted of each part of a filter, within its index and in a few milliseconds. */
const maxCounted = 100_000

const columns = { entityId: 'entity_id', user: 'user', action: 'action', entityType: 'entity_type' } as const

type Part = { column: string; value: SqlValue }
type Condition = { condition: string; args: SqlValue[] }

/**
 * The condition of a filter. Each of its parts has an index; the one that has the fewest entries leads, and a plus keeps the
 * database from choosing another, which it would read and drop by the hundred thousand.
 */
export async function auditCondition({
  database,
  filter,
}: {
  database: SqliteDatabase
  filter: AuditFilter
}): Promise<Condition> {
  const names = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => filter[name] !== undefined,
  )
  const parts = names.map((name) => ({ column: columns[name], value: filter[name] ?? null }))
  const span = spanOf(filter)
  const [lead, ...others] = await byEntries({ database, parts, span })
  const conditions = [
    ...(lead ? [`${lead.column} is ?`] : []),
    ...others.map(({ column }) => `+${column} is ?`),
    ...span.conditions,
  ]
  const given = [...(lead ? [lead] : []), ...others].map(({ value }) => value)
  return { condition: conditions.join(' and ') || 'true', args: [...given, ...span.args] }
}

type Span = { conditions: string[]; args: SqlValue[] }

function spanOf({ from, until }: AuditFilter): Span {
  return {
    conditions: [...(from ? ['at >= ?'] : []), ...(until ? ['at < ?'] : [])],
    args: [from, until].filter((at) => at !== undefined),
  }
}

/** The parts of a filter, that with the fewest entries first. */
async function byEntries({
  database,
  parts,
  span,
}: {
  database: SqliteDatabase
  parts: readonly Part[]
  span: Span
}): Promise<readonly Part[]> {
  if (parts.length < 2) return parts
  const counts = parts.map(({ column }, index) => {
    const condition = [`${column} is ?`, ...span.conditions].join(' and ')
    return `(select count(*) from (select 1 from audit_log where ${condition} limit ${maxCounted})) as part${index}`
  })
  const args = parts.flatMap(({ value }) => [value, ...span.args])
  const { rows } = await database.query(`select ${counts.join(', ')}`, args)
  const entriesOf = (part: Part) => Number(rows[0]?.[`part${parts.indexOf(part)}`])
  return [...parts].sort((left, right) => entriesOf(left) - entriesOf(right))
}
