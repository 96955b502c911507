import type { Lease } from '../caseStore'
import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase } from './mongoDatabase'

const collection = 'leases'

type Place = { database: MongoDatabase; lease: Lease }

/** See `CaseStore.holdLease`. */
export async function holdLease({
  database,
  lease: { name, holder },
  now,
  silentSince,
}: Place & { now: string; silentSince: string }): Promise<boolean> {
  const isOursOrNobodys = { _id: name, $or: [{ holder }, { at: { $lt: silentSince } }] }
  try {
    const set = { holder, at: now }
    await database.ownCollection(collection).updateOne(isOursOrNobodys, { $set: set }, { upsert: true })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** See `CaseStore.giveUpLease`. */
export async function giveUpLease({ database, lease: { name, holder } }: Place): Promise<void> {
  await database.ownCollection(collection).deleteMany({ _id: name, holder })
}
