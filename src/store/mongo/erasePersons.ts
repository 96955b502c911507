import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { ErasablePlanBlock, ErasedRows, PersonKeys } from '../erasureStore'
import type { ExistingCaseAt } from '../storedCases'
import { Abandoned } from './abandoned'
import { casesWhere } from './existingCases'
import { insertAudit } from './insertDocuments'
import type { MongoDatabase } from './mongoDatabase'

type Place = { database: MongoDatabase }

/** See `ErasureStore.findPersons`. */
export function findPersons({
  database,
  keys,
}: Place & { keys: readonly PersonKeys[] }): Promise<ExistingCaseAt[]> {
  return casesWhere({ database, filters: keys.flatMap(filtersOf) })
}

function filtersOf({ kvnr, namesPrefix, geburtsdatum }: PersonKeys): Record<string, unknown>[] {
  const names = namesPrefix && { namesKey: { $gte: namesPrefix, $lt: `${namesPrefix}\u{10ffff}` } }
  return [
    ...(kvnr ? [{ kvnr }] : []),
    ...(names ? [geburtsdatum ? { ...names, geburtsdatum: { $in: [geburtsdatum, null] } } : names] : []),
  ]
}

/** See `ErasureStore.casesBefore`. */
export async function casesBefore({
  database,
  day,
  limit,
}: Place & { day: string; limit: number }): Promise<{ id: string; fallId: string }[]> {
  const documents = await database
    .collection('cases')
    .find({ datum: { $lt: day } }, { projection: { fallId: 1 }, limit })
    .sort({ datum: 1, fallId: 1 })
    .toArray()
  return documents.map(({ _id, fallId }) => ({ id: String(_id), fallId: String(fallId) }))
}

/** See `ErasureStore.countBefore`. */
export async function countBefore({
  database,
  day,
  at,
}: Place & { day: string | null; at: string | null }): Promise<{ cases: number; imports: number }> {
  return {
    cases: day === null ? 0 : await database.collection('cases').countDocuments({ datum: { $lt: day } }),
    imports: at === null ? 0 : (await importsBefore({ database, at })).length,
  }
}

/** See `ErasureStore.importsBefore`. */
export async function importsBefore({ database, at }: Place & { at: string }): Promise<string[]> {
  const ended = {
    status: { $nin: ['applying', 'previewed'] },
    isUndoing: { $ne: true },
    updatedAt: { $lt: new Date(at) },
  }
  const found = await database
    .collection('imports')
    .find(ended, { projection: { rowsErasedAt: 1 } })
    .sort({ updatedAt: 1 })
    .toArray()
  const ids: string[] = []
  for (const { _id, rowsErasedAt } of found) {
    const hasRows = () =>
      database.collection('import-blocks').findOne({ import: _id }, { projection: { _id: 1 } })
    if (!rowsErasedAt || (await hasRows())) ids.push(String(_id))
  }
  return ids
}

/** See `ErasureStore.erasableBlocks`. */
export async function erasableBlocks({
  database,
  after,
  limit,
}: Place & { after: string | null; limit: number }): Promise<ErasablePlanBlock[]> {
  const documents = await database
    .collection('import-blocks')
    .find(after === null ? {} : { _id: { $gt: after } }, { limit })
    .sort({ _id: 1 })
    .toArray()
  return documents.map((document) => {
    const { rows, items, counts, undo } = document as unknown as ErasablePlanBlock
    const importId = String(document.import)
    return { id: String(document._id), importId, rows, items, counts, undo: undo ?? null }
  })
}

/** See `ErasureStore.storeErasedRows`. */
export async function storeErasedRows({
  database,
  writes: { importId, version, told, counts, block },
}: Place & { writes: ErasedRows }): Promise<'stored' | 'moved'> {
  const asItWas = {
    _id: importId,
    status: { $ne: 'applying' },
    isUndoing: { $ne: true },
    planVersion: version === 0 ? { $in: [0, null] } : version,
  }
  const { id, ...parts } = block
  try {
    await database.transaction(async (session) => {
      const set = { ...told, ...(counts && { counts }), planVersion: version + 1 }
      const { matchedCount } = await database
        .collection('imports')
        .updateOne(asItWas, { $set: set }, { session })
      if (matchedCount === 0) throw new Abandoned('conflict')
      await database.collection('import-blocks').updateOne({ _id: id }, { $set: parts }, { session })
    })
    return 'stored'
  } catch (error) {
    if (error instanceof Abandoned) return 'moved'
    throw error
  }
}

/** See `ErasureStore.eraseCases`. */
export async function eraseCases({
  database,
  ids,
  audit,
}: Place & { ids: readonly string[]; audit: readonly AuditEntry[] }): Promise<{
  cases: number
  icdCodes: number
}> {
  return database.transaction(async (session) => {
    const wanted = { $in: [...ids] }
    const codes = await database.collection('icd-codes').deleteMany({ case: wanted }, { session })
    const cases = await database.collection('cases').deleteMany({ _id: wanted }, { session })
    await insertAudit({ database, session, audit })
    return { cases: cases.deletedCount, icdCodes: codes.deletedCount }
  })
}
