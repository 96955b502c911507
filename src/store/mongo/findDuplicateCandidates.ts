import type { ExistingCaseAt } from '../storedCases'
import { existingCases } from './existingCases'
import type { MongoDatabase } from './mongoDatabase'

/** See `CaseStore.findDuplicateCandidates`. */
export async function findDuplicateCandidates({
  database,
  keys: { tickets, personKeys },
}: {
  database: MongoDatabase
  keys: { tickets: string[]; personKeys: string[] }
}): Promise<ExistingCaseAt[]> {
  return existingCases({ database, keys: { crmTicketId: tickets, personKey: personKeys } })
}
