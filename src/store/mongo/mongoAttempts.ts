import type { AttemptCounter, Attempts } from '../../domain/rateLimits/attemptCounter'
import type { MongoCollection, MongoDatabase } from './mongoDatabase'

/** Counts for every node in one collection; MongoDB removes what is over by a TTL index. */
export function mongoAttempts(database: MongoDatabase): AttemptCounter {
  const ready = onceReady(database.ownCollection('attempts'))
  return {
    add: async (attempt) => {
      const collection = await ready()
      // Somebody else may begin the stretch at the same moment; theirs is then counted on.
      for (let round = 0; round < 5; round += 1) {
        const isCounted = (await countOn(collection, attempt)) || (await begin(collection, attempt))
        const attempts = isCounted ? await readRunning(collection, attempt) : null
        if (attempts) return attempts
      }
      throw new Error('An attempt could not be counted.')
    },
    read: async (attempt) => readRunning(await ready(), attempt),
    takeBack: async (key) => {
      const collection = await ready()
      await collection.updateOne({ _id: key, count: { $gt: 0 } }, { $inc: { count: -1 } })
    },
    forget: async (key) => {
      const collection = await ready()
      await collection.deleteMany({ _id: key })
    },
  }
}

type Attempt = { key: string; seconds: number; now: number }

async function countOn(collection: MongoCollection, { key, now }: Attempt): Promise<boolean> {
  const running = { _id: key, endsAt: { $gt: new Date(now) } }
  return (await collection.updateOne(running, { $inc: { count: 1 } })).matchedCount > 0
}

/** Begins a stretch where none runs: in the place of one that is over, or as the first. */
async function begin(collection: MongoCollection, { key, seconds, now }: Attempt): Promise<boolean> {
  const first = { count: 1, endsAt: new Date(now + seconds * 1000) }
  const over = { _id: key, endsAt: { $lte: new Date(now) } }
  return collection.updateOne(over, { $set: first }, { upsert: true }).then(
    () => true,
    (error: { code?: number }) => {
      // A running one has the key: it was begun meanwhile.
      if (error.code === 11000) return false
      throw error
    },
  )
}

async function readRunning(
  collection: MongoCollection,
  { key, now }: Pick<Attempt, 'key' | 'now'>,
): Promise<Attempts | null> {
  const found = await collection.findOne({ _id: key, endsAt: { $gt: new Date(now) } })
  return found ? { count: Number(found.count), endsAt: (found.endsAt as Date).getTime() } : null
}

/** The collection once its index is there; a failure is tried again with the next call. */
function onceReady(collection: MongoCollection): () => Promise<MongoCollection> {
  let making: Promise<MongoCollection> | null = null
  return () => {
    making ??= collection.createIndex({ endsAt: 1 }, { expireAfterSeconds: 0 }).then(
      () => collection,
      (error: unknown) => {
        making = null
        throw error
      },
    )
    return making
  }
}
