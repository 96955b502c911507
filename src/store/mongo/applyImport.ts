import type { ChangedCase, ImportWrites } from '../importStore'
import { isWriteConflict } from '../isWriteConflict'
import { Abandoned } from './abandoned'
import { caseDocument } from './caseDocument'
import { insertAudit, insertDocuments, insertEvent, insertIcdCodes } from './insertDocuments'
import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase, MongoSession } from './mongoDatabase'
import { makeRevision } from './revisions'
import { applyWeeks } from './weekOperations'

type Work = {
  database: MongoDatabase
  writes: ImportWrites
  session: MongoSession
  /** Hears how many documents were written. */
  wrote: (count: number) => void
}

/** Stores an import in one transaction; see `CaseStore.applyImport`. */
export async function applyImport({
  database,
  writes,
  tell,
}: {
  database: MongoDatabase
  writes: ImportWrites
  tell?: (share: number) => void
}) {
  const { creates, updates, audit } = writes
  const total = creates.length + updates.length + audit.length
  try {
    return await database.transaction(async (session) => {
      let written = 0
      const wrote = (count: number) => {
        written += count
        tell?.(total === 0 ? 1 : written / total)
      }
      const work = { database, writes, session, wrote }
      await makeRevision({ database, session, of: 'imports', after: writes.revision })
      await closeImport(work)
      await updateCases(work)
      await insertCases(work)
      await insertIcdCodes({ database, session, cases: [...creates, ...updates] })
      await applyWeeks(work)
      await insertAudit({ database, session, audit, wrote })
      await insertEvent({ database, session, event: writes.event })
      await updateBlocks(work)
      return 'applied' as const
    })
  } catch (error) {
    if (error instanceof Abandoned) return error.outcome
    if (isDuplicateKey(error) || isWriteConflict(error)) return 'conflict' as const
    throw error
  }
}

/** The status decides first, so that of two at once only one goes on. */
async function closeImport({ database, writes, session }: Work): Promise<void> {
  const at = new Date(writes.at)
  const { matchedCount } = await database
    .collection('imports')
    .updateOne(
      { _id: writes.importId, status: 'applying' },
      { $set: { ...writes.result, status: 'applied', appliedAt: at, updatedAt: at } },
      { session },
    )
  if (matchedCount === 0) throw new Abandoned('notOpen')
}

async function updateCases({ database, writes, session, wrote }: Work): Promise<void> {
  const updated = writes.updates.map((update) => ({ updateOne: updateOf({ writes, update }) }))
  if (updated.length === 0) return
  const { matchedCount } = await database.collection('cases').bulkWrite(updated, { session })
  if (matchedCount !== updated.length) throw new Abandoned('conflict')
  wrote(matchedCount)
  const withIcd = writes.updates.filter(({ values }) => 'icd' in values).map(({ id }) => id)
  await database.collection('icd-codes').deleteMany({ case: { $in: withIcd } }, { session })
}

function updateOf({ writes, update }: { writes: ImportWrites; update: ChangedCase }) {
  return {
    filter: { _id: update.id, updatedAt: new Date(update.updatedAt) },
    update: {
      $set: {
        ...caseDocument(update.values),
        ...update.search,
        updatedAt: new Date(writes.at),
      },
    },
  }
}

async function insertCases({ database, writes, session, wrote }: Work): Promise<void> {
  const at = new Date(writes.at)
  const documents = writes.creates.map(({ id, values, search }) => ({
    ...caseDocument({ ...values, import: writes.importId }),
    ...search,
    _id: id,
    createdAt: at,
    updatedAt: at,
  }))
  await insertDocuments({ database, session, slug: 'cases', documents, wrote })
}

async function updateBlocks({ database, writes, session }: Work): Promise<void> {
  const updates = writes.blocks.map(({ id, ...block }) => ({
    updateOne: { filter: { _id: id }, update: { $set: block } },
  }))
  if (updates.length > 0) await database.collection('import-blocks').bulkWrite(updates, { session })
}
