import { hauptgruppe, readIcdCodes } from '../../domain/icd/icdCodes'
import type { ChangedCase, ImportWrites } from '../caseStore'
import { caseDocument } from './caseDocument'
import type { MongoDatabase, MongoSession } from './mongoDatabase'

const documentsPerInsert = 1_000

type Work = { database: MongoDatabase; writes: ImportWrites; session: MongoSession }

/** Why a transaction was given up on purpose. */
class Abandoned extends Error {
  constructor(readonly outcome: 'notOpen' | 'conflict') {
    super(outcome)
  }
}

/** Stores an import in one transaction; see `CaseStore.applyImport`. */
export async function applyImport({ database, writes }: { database: MongoDatabase; writes: ImportWrites }) {
  try {
    return await database.transaction(async (session) => {
      const work = { database, writes, session }
      await closeImport(work)
      await updateCases(work)
      await insertCases(work)
      await insertIcdCodes(work)
      await insertAudit(work)
      await updateBlocks(work)
      return 'applied' as const
    })
  } catch (error) {
    if (error instanceof Abandoned) return error.outcome
    if (isDuplicateKey(error)) return 'conflict' as const
    throw error
  }
}

/** The status decides first, so that of two at once only one goes on. */
async function closeImport({ database, writes, session }: Work): Promise<void> {
  const at = new Date(writes.at)
  const { matchedCount } = await database
    .collection('imports')
    .updateOne(
      { _id: database.objectId(writes.importId), status: 'applying' },
      { $set: { ...writes.result, status: 'applied', appliedAt: at, updatedAt: at } },
      { session },
    )
  if (matchedCount === 0) throw new Abandoned('notOpen')
}

async function updateCases({ database, writes, session }: Work): Promise<void> {
  const updated = writes.updates.map((update) => ({ updateOne: updateOf({ database, writes, update }) }))
  if (updated.length === 0) return
  const { matchedCount } = await database.collection('cases').bulkWrite(updated, { session })
  if (matchedCount !== updated.length) throw new Abandoned('conflict')
  const withIcd = writes.updates
    .filter(({ values }) => 'icd' in values)
    .map(({ id }) => database.objectId(id))
  await database.collection('icd-codes').deleteMany({ case: { $in: withIcd } }, { session })
}

function updateOf({
  database,
  writes,
  update,
}: {
  database: MongoDatabase
  writes: ImportWrites
  update: ChangedCase
}) {
  return {
    filter: { _id: database.objectId(update.id), updatedAt: new Date(update.updatedAt) },
    update: {
      $set: {
        ...caseDocument({ database, values: update.values }),
        ...update.search,
        updatedAt: new Date(writes.at),
      },
    },
  }
}

async function insertCases({ database, writes, session }: Work): Promise<void> {
  const at = new Date(writes.at)
  const documents = writes.creates.map(({ id, values, search }) => ({
    ...caseDocument({ database, values: { ...values, import: writes.importId } }),
    ...search,
    _id: database.objectId(id),
    createdAt: at,
    updatedAt: at,
  }))
  await insertInBlocks({ database, session, slug: 'cases', documents })
}

async function insertIcdCodes({ database, writes, session }: Work): Promise<void> {
  const documents = [...writes.creates, ...writes.updates].flatMap(({ id, values }) => {
    const codes = typeof values.icd === 'string' ? readIcdCodes(values.icd) : null
    if (!codes?.ok) return []
    return codes.value.map((code) => ({ case: database.objectId(id), code, hauptgruppe: hauptgruppe(code) }))
  })
  await insertInBlocks({ database, session, slug: 'icd-codes', documents })
}

async function insertAudit({ database, writes, session }: Work): Promise<void> {
  const documents = writes.audit.map((entry) => ({
    ...entry,
    at: new Date(entry.at),
    user: entry.user === null ? null : database.objectId(entry.user),
  }))
  await insertInBlocks({ database, session, slug: 'audit-log', documents })
}

async function updateBlocks({ database, writes, session }: Work): Promise<void> {
  const updates = writes.blocks.map(({ id, items, counts }) => ({
    updateOne: { filter: { _id: database.objectId(id) }, update: { $set: { items, counts } } },
  }))
  if (updates.length > 0) await database.collection('import-blocks').bulkWrite(updates, { session })
}

async function insertInBlocks({
  database,
  session,
  slug,
  documents,
}: {
  database: MongoDatabase
  session: MongoSession
  slug: string
  documents: Record<string, unknown>[]
}): Promise<void> {
  for (let start = 0; start < documents.length; start += documentsPerInsert) {
    const block = documents.slice(start, start + documentsPerInsert)
    await database.collection(slug).insertMany(block, { session, ordered: true })
  }
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000
}
