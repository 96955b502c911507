import type { Payload } from 'payload'
import { type DocumentWrite, writtenFields } from '../documentWrites'
import { newId } from '../newId'
import { Abandoned } from './abandoned'
import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase, MongoSession } from './mongoDatabase'
import { hasTextId } from './textIds'

type Place = { payload: Payload; database: MongoDatabase }

/** See `CaseStore.storeTogether`. */
export async function storeTogether({
  writes,
  transactionID,
  ...place
}: Place & { writes: readonly DocumentWrite[]; transactionID?: number | string }): Promise<
  'stored' | 'conflict'
> {
  const carryOutAll = async (session: MongoSession) => {
    for (const write of writes) await carryOut({ ...place, session, write })
  }
  const { database } = place
  try {
    const joined = transactionID === undefined ? null : database.sessionOf(transactionID)
    await (joined ? carryOutAll(joined) : database.transaction(carryOutAll))
    return 'stored'
  } catch (error) {
    if (error instanceof Abandoned || isDuplicateKey(error)) return 'conflict'
    throw error
  }
}

type Writing = Place & { session: MongoSession; write: DocumentWrite }

async function carryOut({ payload, database, session, write }: Writing): Promise<void> {
  const isNew = 'create' in write
  const slug = isNew ? write.create : write.update
  const document = documentOf(writtenFields({ payload, slug, values: write.values, isNew }))
  const collection = database.collection(slug)
  if (isNew) {
    const id = hasTextId(slug) ? { _id: newId() } : {}
    await collection.insertMany([{ ...id, ...document }], { session })
    return
  }
  const { id, ...fields } = write.where
  const filter = id === undefined ? fields : { ...fields, _id: id }
  const operation = { updateMany: { filter, update: { $set: document } } }
  const { matchedCount } = await collection.bulkWrite([operation], { session })
  if (write.isRequired && matchedCount === 0) throw new Abandoned('conflict')
}

function documentOf({ values, instants }: ReturnType<typeof writtenFields>): Record<string, unknown> {
  const { id, ...fields } = values
  const stored = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' && instants.has(name) ? new Date(value) : value,
  ])
  return { ...(id === undefined ? {} : { _id: id }), ...Object.fromEntries(stored) }
}
