import type { AttemptCounter, Attempts } from '../../domain/rateLimits/attemptCounter'
import type { MongoCollection, MongoDatabase } from './mongoDatabase'

/**
 * Counts for every node in one collection, a small document a try, which MongoDB removes when its stretch is over. Inserting
 * and then counting needs no turn-taking: of many at once each sees at least itself and those before.
 */
export function mongoAttempts(database: MongoDatabase): AttemptCounter {
  const ready = onceReady(database.ownCollection('attempts'))
  return {
    add: async ({ key, seconds, now }) => {
      const collection = await ready()
      const before = await collection.findOne(running(key, now))
      const endsAt = before?.endsAt ?? new Date(now + seconds * 1000)
      await collection.insertMany([{ key, endsAt }])
      const count = await collection.countDocuments(running(key, now))
      return { count, endsAt: (endsAt as Date).getTime() }
    },
    read: async ({ key, now }) => readRunning(await ready(), { key, now }),
    takeBack: async (key) => {
      const collection = await ready()
      const one = await collection.findOne({ key })
      if (one) await collection.deleteMany({ _id: one._id })
    },
    forget: async (key) => {
      const collection = await ready()
      await collection.deleteMany({ key })
    },
  }
}

function running(key: string, now: number) {
  return { key, endsAt: { $gt: new Date(now) } }
}

async function readRunning(
  collection: MongoCollection,
  { key, now }: { key: string; now: number },
): Promise<Attempts | null> {
  const found = await collection.findOne(running(key, now))
  if (!found) return null
  return {
    count: await collection.countDocuments(running(key, now)),
    endsAt: (found.endsAt as Date).getTime(),
  }
}

/** The collection once its indexes are there; a failure is tried again with the next call. */
function onceReady(collection: MongoCollection): () => Promise<MongoCollection> {
  let making: Promise<MongoCollection> | null = null
  return () => {
    making ??= makeIndexes(collection).catch((error: unknown) => {
      making = null
      throw error
    })
    return making
  }
}

async function makeIndexes(collection: MongoCollection): Promise<MongoCollection> {
  await collection.createIndex({ key: 1, endsAt: 1 })
  await collection.createIndex({ endsAt: 1 }, { expireAfterSeconds: 0 })
  return collection
}
