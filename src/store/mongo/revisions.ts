import type { Revised } from '../revisions'
import { Abandoned } from './abandoned'
import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase, MongoSession } from './mongoDatabase'

const collection = 'revisions'

type Place = { database: MongoDatabase; of: Revised }

/** See `Revisions.revisionOf`. */
export async function revisionOf({ database, of }: Place): Promise<number> {
  const found = await database.ownCollection(collection).findOne({ _id: of })
  return Number(found?.number ?? 0)
}

/**
 * Makes the next revision, as the first thing in a transaction: of two at once one goes on, the other is in conflict with it
 * until it has ended, and then overtaken.
 */
export async function makeRevision({
  database,
  session,
  of,
  after,
}: Place & { session: MongoSession; after: number }): Promise<void> {
  const revisions = database.ownCollection(collection)
  const isMade =
    after === 0
      ? await isInserted(() => revisions.insertMany([{ _id: of, number: 1 }], { session }))
      : (await revisions.updateOne({ _id: of, number: after }, { $inc: { number: 1 } }, { session }))
          .matchedCount > 0
  if (!isMade) throw new Abandoned('overtaken')
}

async function isInserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert()
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
