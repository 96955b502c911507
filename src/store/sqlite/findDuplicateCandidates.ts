import { caseFieldNames, caseFields } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'
import type { ExistingCaseAt } from '../caseStore'
import type { SqliteDatabase } from './sqliteDatabase'

const names = caseFieldNames.filter((name) => caseFields[name].kind !== 'richText')

/** See `CaseStore.findDuplicateCandidates`. */
export async function findDuplicateCandidates({
  database,
  keys,
}: {
  database: SqliteDatabase
  keys: { tickets: string[]; personKeys: string[] }
}): Promise<ExistingCaseAt[]> {
  const columns = names.map((name) => `"${database.column('cases', name)}" as "${name}"`).join(', ')
  const { rows } = await database.query(
    `select id, updated_at, person_key, ${columns} from cases where id in (
       select id from cases where crm_ticket_id in (select value from json_each(?))
       union select id from cases where person_key in (select value from json_each(?)))`,
    [JSON.stringify(keys.tickets), JSON.stringify(keys.personKeys)],
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
