import { caseFieldNames, caseFields } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'
import type { CasePlace, ExistingCaseAt } from '../storedCases'
import type { SqliteDatabase, SqlValue } from './sqliteDatabase'

const names = caseFieldNames.filter((name) => caseFields[name].kind !== 'richText')

/** See `CaseStore.findByFallIds`. */
export async function findByFallIds({
  database,
  fallIds,
}: {
  database: SqliteDatabase
  fallIds: string[]
}): Promise<ExistingCaseAt[]> {
  const condition = 'fall_id in (select value from json_each(?))'
  return existingCases({ database, condition, args: [JSON.stringify(fallIds)] })
}

/** See `CaseStore.findByIds`. */
export async function findByIds({
  database,
  ids,
}: {
  database: SqliteDatabase
  ids: string[]
}): Promise<ExistingCaseAt[]> {
  const condition = 'id in (select value from json_each(?))'
  return existingCases({ database, condition, args: [JSON.stringify(ids)] })
}

/** See `CaseStore.casesInOrder`. */
export async function casesInOrder({
  database,
  after,
  limit,
}: {
  database: SqliteDatabase
  after: CasePlace | null
  limit: number
}): Promise<ExistingCaseAt[]> {
  const condition = '(datum, fall_id) > (?, ?) order by datum, fall_id limit ?'
  return existingCases({ database, condition, args: [after?.datum ?? '', after?.fallId ?? '', limit] })
}

/** Whole cases under a condition, rich text left out. */
export async function existingCases({
  database,
  condition,
  args,
}: {
  database: SqliteDatabase
  condition: string
  args: SqlValue[]
}): Promise<ExistingCaseAt[]> {
  const columns = names.map((name) => `"${database.column('cases', name)}" as "${name}"`).join(', ')
  const { rows } = await database.query(
    `select id, updated_at, person_key, ${columns} from cases where ${condition}`,
    args,
  )
  return rows.map((row) => ({
    id: String(row.id),
    fallId: String(row.fallId),
    updatedAt: String(row.updated_at),
    personKey: row.person_key === null ? null : String(row.person_key),
    values: valuesOf(row),
  }))
}

function valuesOf(row: Record<string, unknown>): CaseValues {
  const values: CaseValues = {}
  for (const name of names) {
    const value = row[name] as CaseValues[typeof name]
    values[name] = caseFields[name].kind === 'boolean' && value !== null ? value === 1 : value
  }
  return values
}
