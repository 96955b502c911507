import type { AuditHead, AuditSeal } from '../../domain/audit/seals/auditSeal'
import type { NotedHead } from '../../domain/audit/seals/verifySeals'
import type { AuditReplacement } from '../auditStore'
import { Abandoned } from './abandoned'
import { insertAudit, insertDocuments } from './insertDocuments'
import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase, MongoSession } from './mongoDatabase'
import { makeRevision } from './revisions'

type Place = { database: MongoDatabase }
type Sealing = { seal: AuditSeal; before: AuditHead }

/** See `AuditStore.storeSeal`. */
export async function storeSeal({ database, ...sealing }: Place & Sealing): Promise<'sealed' | 'moved'> {
  try {
    await database.transaction((session) => seal({ database, session, ...sealing }))
    return 'sealed'
  } catch (error) {
    if (error instanceof Abandoned || isDuplicateKey(error)) return 'moved'
    throw error
  }
}

/** The head decides first, so that of two at once only one goes on. */
async function seal({
  database,
  session,
  seal: sealed,
  before,
}: Place & Sealing & { session: MongoSession }): Promise<void> {
  const { entries, last, hash, mark } = sealed
  const sealedAt = new Date(sealed.sealedAt)
  const head = { number: last, hash, mark, sealedAt }
  const heads = database.collection('audit-heads')
  if (before.number === 0)
    await insertDocuments({
      database,
      session,
      slug: 'audit-heads',
      documents: [{ name: 'head', ...head }],
    })
  else {
    const asItWas = { name: 'head', number: before.number }
    const { matchedCount } = await heads.updateOne(asItWas, { $set: head }, { session })
    if (matchedCount === 0) throw new Abandoned('conflict')
  }
  await insertDocuments({ database, session, slug: 'audit-seals', documents: [{ ...sealed, sealedAt }] })
  const { matchedCount } = await database.collection('audit-log').bulkWrite(
    [
      {
        updateMany: {
          filter: { _id: { $in: entries.map(({ id }) => id) }, seal: null },
          update: { $set: { seal: sealed.first } },
        },
      },
    ],
    { session },
  )
  if (matchedCount !== entries.length) throw new Abandoned('conflict')
}

/** See `AuditStore.auditHead`. */
export async function auditHead({ database }: Place): Promise<Required<NotedHead> | null> {
  const found = await database.collection('audit-heads').findOne({ name: 'head' })
  return found && { number: Number(found.number), hash: String(found.hash), mark: String(found.mark) }
}

/** See `AuditStore.auditSeals`. */
export async function auditSeals({
  database,
  after,
  limit,
}: Place & { after: number; limit: number }): Promise<AuditSeal[]> {
  const documents = await database
    .collection('audit-seals')
    .find({ first: { $gt: after } }, { limit })
    .sort({ first: 1 })
    .toArray()
  return documents.map((document) => {
    const { first, last, entries, hash, mark, sealedAt } = document as unknown as AuditSeal
    return { first, last, entries, hash, mark, sealedAt: new Date(sealedAt).toISOString() }
  })
}

/** See `AuditStore.replaceAuditValues`. */
export async function replaceAuditValues({
  database,
  revision,
  entries,
  seals,
  audit,
}: Place & AuditReplacement): Promise<'replaced' | 'overtaken'> {
  const ofEntries = entries.map(({ id, changes }) => ({
    updateOne: { filter: { _id: id }, update: { $set: { changes } } },
  }))
  const ofSeals = seals.map((one) => ({
    updateOne: { filter: { first: one.first }, update: { $set: { entries: one.entries } } },
  }))
  try {
    await database.transaction(async (session) => {
      await makeRevision({ database, session, of: 'audit-seals', after: revision })
      if (ofEntries.length > 0) await database.collection('audit-log').bulkWrite(ofEntries, { session })
      if (ofSeals.length > 0) await database.collection('audit-seals').bulkWrite(ofSeals, { session })
      await insertAudit({ database, session, audit })
    })
    return 'replaced'
  } catch (error) {
    if (error instanceof Abandoned) return 'overtaken'
    throw error
  }
}
