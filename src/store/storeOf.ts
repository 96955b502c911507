import type { Payload } from 'payload'
import type { CaseStore } from './caseStore'
import { createMongoStore } from './mongo/createMongoStore'
import { createSqliteStore } from './sqlite/createSqliteStore'

const stores = new WeakMap<object, CaseStore>()

/** The store of the database that Payload runs on. */
export function storeOf(payload: Payload): CaseStore {
  const known = stores.get(payload.db)
  if (known) return known
  const store = payload.db.name === 'mongoose' ? createMongoStore(payload) : createSqliteStore(payload)
  stores.set(payload.db, store)
  return store
}
