import type { ReplanWrites } from '../importStore'
import { Abandoned } from './abandoned'
import { insertAudit } from './insertDocuments'
import type { MongoDatabase } from './mongoDatabase'

type Work = { database: MongoDatabase; writes: ReplanWrites }

/** Stores a plan made anew in one transaction; see `CaseStore.storeReplan`. */
export async function storeReplan({ database, writes }: Work): Promise<'stored' | 'moved'> {
  const { importId, at, version, counts, decisions, corrections } = writes
  const set = { counts, decisions, corrections, planVersion: version + 1, updatedAt: new Date(at) }
  const blocks = writes.blocks.map(({ id, ...block }) => ({
    updateOne: { filter: { _id: id }, update: { $set: block } },
  }))
  try {
    await database.transaction(async (session) => {
      const planVersion = version === 0 ? { $in: [0, null] } : version
      const asItWas = { _id: importId, status: 'previewed', planVersion }
      const { matchedCount } = await database
        .collection('imports')
        .updateOne(asItWas, { $set: set }, { session })
      if (matchedCount === 0) throw new Abandoned('conflict')
      await insertAudit({ database, session, audit: writes.audit })
      if (blocks.length > 0) await database.collection('import-blocks').bulkWrite(blocks, { session })
    })
    return 'stored'
  } catch (error) {
    if (error instanceof Abandoned) return 'moved'
    throw error
  }
}
