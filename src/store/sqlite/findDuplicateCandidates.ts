import type { ExistingCaseAt } from '../storedCases'
import { existingCases } from './existingCases'
import type { SqliteDatabase } from './sqliteDatabase'

/** See `CaseStore.findDuplicateCandidates`. */
export async function findDuplicateCandidates({
  database,
  keys,
}: {
  database: SqliteDatabase
  keys: { tickets: string[]; personKeys: string[] }
}): Promise<ExistingCaseAt[]> {
  const condition = `id in (
    select id from cases where crm_ticket_id in (select value from json_each(?))
    union select id from cases where person_key in (select value from json_each(?)))`
  return existingCases({
    database,
    condition,
    args: [JSON.stringify(keys.tickets), JSON.stringify(keys.personKeys)],
  })
}
