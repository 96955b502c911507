import type { Payload } from 'payload'

type Document = Record<string, unknown>

/** The part of the driver's collection that the store uses. */
export type MongoCollection = {
  find(
    filter: Document,
    options?: Document,
  ): { toArray(): Promise<Document[]>; sort(sort: Document): { toArray(): Promise<Document[]> } }
  findOne(filter: Document, options?: Document): Promise<Document | null>
  aggregate(pipeline: Document[], options?: Document): { toArray(): Promise<Document[]> }
  countDocuments(filter: Document, options?: Document): Promise<number>
  insertMany(documents: Document[], options?: Document): Promise<unknown>
  updateOne(filter: Document, update: Document, options?: Document): Promise<{ matchedCount: number }>
  bulkWrite(operations: Document[], options?: Document): Promise<{ matchedCount: number }>
  deleteMany(filter: Document, options?: Document): Promise<{ deletedCount: number }>
  createIndex(key: Document, options?: Document): Promise<unknown>
}

/** Payload's mongoose adapter as far as the store uses it. */
type MongooseAdapter = {
  collections: Record<string, { collection: MongoCollection } | undefined>
  connection: {
    collection(name: string): MongoCollection
    startSession(): Promise<MongoSession>
  }
  /** The transactions that Payload has begun. */
  sessions: Record<string, MongoSession | undefined>
}

export type MongoSession = {
  withTransaction<T>(work: () => Promise<T>): Promise<T>
  endSession(): Promise<void>
}

export type MongoDatabase = {
  collection(slug: string): MongoCollection
  /** A collection of the store's own, which Payload does not know. */
  ownCollection(name: string): MongoCollection
  /** Runs the work in one transaction; whatever it throws takes everything back. */
  transaction<T>(work: (session: MongoSession) => Promise<T>): Promise<T>
  /** The session of a transaction that Payload has begun; `null` when it has ended. */
  sessionOf(transactionID: number | string): MongoSession | null
}

const longestWaitMs = 500

/** The MongoDB behind Payload. */
export function mongoDatabase(payload: Payload): MongoDatabase {
  // Payload's types do not say which adapter runs; `storeOf` has looked at its name.
  const adapter = payload.db as unknown as MongooseAdapter
  return {
    collection: (slug) => {
      const model = adapter.collections[slug]
      if (!model) throw new Error(`There is no collection ${slug}.`)
      return model.collection
    },
    ownCollection: (name) => adapter.connection.collection(name),
    sessionOf: (transactionID) => adapter.sessions[transactionID] ?? null,
    transaction: async (work) => {
      const session = await adapter.connection.startSession()
      try {
        let tries = 0
        return await session.withTransaction(async () => {
          // The driver tries again at once, however long whoever is in the way takes.
          if (tries > 0) await wait(Math.min(5 * 2 ** tries, longestWaitMs))
          tries += 1
          return work(session)
        })
      } finally {
        await session.endSession()
      }
    },
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
