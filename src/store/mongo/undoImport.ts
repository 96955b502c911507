import type { ChangedCase, UndoWrites } from '../importStore'
import { isWriteConflict } from '../isWriteConflict'
import { Abandoned } from './abandoned'
import { caseDocument } from './caseDocument'
import { insertAudit, insertIcdCodes } from './insertDocuments'
import type { MongoDatabase, MongoSession } from './mongoDatabase'
import { makeRevision } from './revisions'
import { undoWeeks } from './weekOperations'

const idsPerDeletion = 1_000

type Work = {
  database: MongoDatabase
  writes: UndoWrites
  session: MongoSession
  /** Hears how many documents were written. */
  wrote: (count: number) => void
}

/** Takes an import back in one transaction; see `CaseStore.undoImport`. */
export async function undoImport({
  database,
  writes,
  tell,
}: {
  database: MongoDatabase
  writes: UndoWrites
  tell?: (share: number) => void
}) {
  const { removed, reverted, audit } = writes
  const total = removed.length + reverted.length + audit.length
  try {
    return await database.transaction(async (session) => {
      let written = 0
      const wrote = (count: number) => {
        written += count
        tell?.(written / total)
      }
      const work = { database, writes, session, wrote }
      await makeRevision({ database, session, of: 'imports', after: writes.revision })
      await closeImport(work)
      await removeCases(work)
      await revertCases(work)
      await insertIcdCodes({ database, session, cases: reverted })
      await undoWeeks(work)
      await insertAudit({ database, session, audit, wrote })
      await updateBlocks(work)
      return 'undone' as const
    })
  } catch (error) {
    if (error instanceof Abandoned) return error.outcome
    if (isWriteConflict(error)) return 'conflict' as const
    throw error
  }
}

/** The status decides first, so that of two at once only one goes on. */
async function closeImport({ database, writes, session }: Work): Promise<void> {
  const at = new Date(writes.at)
  const { matchedCount } = await database.collection('imports').updateOne(
    { _id: writes.importId, status: 'applied', isUndoing: true },
    {
      $set: { status: 'undone', isUndoing: false, undoneAt: at, undoResult: writes.result, updatedAt: at },
    },
    { session },
  )
  if (matchedCount === 0) throw new Abandoned('notOpen')
}

async function removeCases({ database, writes, session, wrote }: Work): Promise<void> {
  const { removed, appliedAt } = writes
  for (let start = 0; start < removed.length; start += idsPerDeletion) {
    const ids = removed.slice(start, start + idsPerDeletion)
    const { deletedCount } = await database
      .collection('cases')
      .deleteMany({ _id: { $in: ids }, updatedAt: new Date(appliedAt) }, { session })
    if (deletedCount !== ids.length) throw new Abandoned('conflict')
    await database.collection('icd-codes').deleteMany({ case: { $in: ids } }, { session })
    wrote(ids.length)
  }
}

async function revertCases({ database, writes, session, wrote }: Work): Promise<void> {
  const { reverted, appliedAt } = writes
  if (reverted.length === 0) return
  const operations = reverted.map((reversal) => ({
    updateOne: {
      filter: { _id: reversal.id, updatedAt: new Date(appliedAt) },
      update: reversalOf(reversal),
    },
  }))
  const { matchedCount } = await database.collection('cases').bulkWrite(operations, { session })
  if (matchedCount !== reverted.length) throw new Abandoned('conflict')
  wrote(matchedCount)
  const withIcd = reverted.filter(({ values }) => 'icd' in values).map(({ id }) => id)
  await database.collection('icd-codes').deleteMany({ case: { $in: withIcd } }, { session })
}

async function updateBlocks({ database, writes, session }: Work): Promise<void> {
  const updates = writes.blocks.map(({ id, ...block }) => ({
    updateOne: { filter: { _id: id }, update: { $set: block } },
  }))
  if (updates.length > 0) await database.collection('import-blocks').bulkWrite(updates, { session })
}

/** What was empty is absent again, as in a case that never had it. */
function reversalOf({ values, search, updatedAt }: ChangedCase) {
  const entries = Object.entries(values)
  const filled = Object.fromEntries(entries.filter(([, value]) => value !== null))
  const empty = entries.filter(([, value]) => value === null).map(([field]) => [field, ''])
  const $set = { ...caseDocument(filled), ...search, updatedAt: new Date(updatedAt) }
  return empty.length > 0 ? { $set, $unset: Object.fromEntries(empty) } : { $set }
}
