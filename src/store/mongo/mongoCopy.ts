import { type ClientSession, type Db, MongoClient, MongoServerError } from 'mongodb'
import { BackupFailure } from '../backup/backupFailure'
import type { DatabaseCopy, DatabaseSnapshot, PartSource } from '../backup/databaseCopy'
import { bsonDocuments } from './bsonDocuments'
import { hasTransactions } from './hasTransactions'
import { readUnfinishedDocument, unfinishedCollection, writeUnfinishedDocument } from './unfinishedDocument'

const serverSelectionTimeoutMS = 5_000
const documentsPerRead = 1_000
const bytesPerInsert = 4 * 1024 * 1024
const extension = '.bson'

/** What a server answers that no longer has the moment of a snapshot. */
const snapshotGone = new Set([239, 246])

/** MongoDB as backups see it: a part for each collection, documents one after the other as mongodump writes them. */
export async function mongoCopy(uri: string): Promise<DatabaseCopy> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS })
  await client.connect()
  const database = client.db()
  const notes = database.collection(unfinishedCollection)
  return {
    kind: 'mongodb',
    isThere: () => hasDocuments(database),
    snapshot: () => snapshot({ client, database }),
    // Nodes do not tell the server who they are; docs/operations.md says to stop them.
    ensureUnused: async () => undefined,
    clear: () => clear(database),
    replace: (source) => replace({ database, source }),
    noteUnfinished: (note) => writeUnfinishedDocument({ notes, note }),
    unfinished: () => readUnfinishedDocument(notes),
    close: () => client.close(),
  }
}

async function collectionNames(database: Db): Promise<string[]> {
  const all = await database.listCollections({}, { nameOnly: true }).toArray()
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.') && name !== unfinishedCollection)
    .sort()
}

async function hasDocuments(database: Db): Promise<boolean> {
  for (const name of await collectionNames(database))
    if (await database.collection(name).findOne({}, { projection: { _id: 1 } })) return true
  return false
}

type Place = { client: MongoClient; database: Db }

/** One session of snapshot reads: every collection as it was when the first was read. */
async function snapshot({ client, database }: Place): Promise<DatabaseSnapshot> {
  if (!(await hasTransactions({ db: database })))
    throw new BackupFailure(
      'This MongoDB is a standalone server, which cannot be read as it was at one moment. Make it a replica set ' +
        '(one member is enough: rs.initiate()), or stop the portal and use mongodump.',
    )
  const session = client.startSession({ snapshot: true })
  const counts: Record<string, number> = {}
  const names = await collectionNames(database)
  const parts = names.map((name) => ({
    name: encodeURIComponent(name) + extension,
    read: () => readDocuments({ database, session, name, counts }),
  }))
  return { parts, counts, migrations: [], close: () => session.endSession() }
}

type Reading = { database: Db; session: ClientSession; name: string; counts: Record<string, number> }

async function* readDocuments({ database, session, name, counts }: Reading): AsyncGenerator<Uint8Array> {
  counts[name] = 0
  const options = { session, raw: true, batchSize: documentsPerRead }
  try {
    for await (const document of database.collection(name).find({}, options)) {
      counts[name] += 1
      yield document as unknown as Uint8Array
    }
  } catch (error) {
    if (error instanceof MongoServerError && snapshotGone.has(Number(error.code)))
      throw new BackupFailure(
        'Reading took longer than MongoDB keeps a moment (300 s by default). Raise it on the servers with ' +
          '`db.adminCommand({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 3600 })` and back up again.',
      )
    throw error
  }
}

async function clear(database: Db): Promise<void> {
  for (const name of await collectionNames(database)) await database.collection(name).drop()
}

async function replace({ database, source }: { database: Db; source: PartSource }) {
  await clear(database)
  const counts: Record<string, number> = {}
  for (const part of source.names) {
    const name = decodeURIComponent(part.slice(0, -extension.length))
    counts[name] = await insertAll({ database, name, bytes: source.read(part) })
  }
  return counts
}

type Inserting = { database: Db; name: string; bytes: AsyncIterable<Uint8Array> }

async function insertAll({ database, name, bytes }: Inserting): Promise<number> {
  let count = 0
  let batch: object[] = []
  let size = 0
  const insert = async () => {
    if (batch.length > 0) await database.collection(name).insertMany(batch, { ordered: true })
    count += batch.length
    batch = []
    size = 0
  }
  for await (const { document, length } of bsonDocuments(bytes)) {
    batch.push(document)
    size += length
    if (batch.length === documentsPerRead || size >= bytesPerInsert) await insert()
  }
  await insert()
  return count
}
