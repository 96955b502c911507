import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { hasTextId } from './textIds'

type Collection = MongooseAdapter['collections'][string]['collection']
type Document = Record<string, unknown>

const perTransaction = 500
const isObjectId = { $type: 'objectId' } as const

/**
 * Gives the documents of earlier versions, whose ids were ObjectIds, the same ids as texts, and what refers to them the
 * same: once, at the first start of this version. What is cut off goes on at the next start. Answers how many there were.
 */
export async function convertObjectIds(adapter: MongooseAdapter): Promise<number> {
  let converted = 0
  for (const [slug, { collection }] of Object.entries(adapter.collections)) {
    if (hasTextId(slug)) converted += await convertCollection({ adapter, collection })
  }
  const { collection: locks } = adapter.collections['payload-locked-documents'] ?? {}
  // Whoever edits something now does so again.
  await locks?.deleteMany({ 'user.value': isObjectId })
  const { collection: preferences } = adapter.collections['payload-preferences'] ?? {}
  for (const { _id, ...preference } of (await preferences?.find({ 'user.value': isObjectId }).toArray()) ??
    [])
    await preferences?.replaceOne({ _id }, asTexts(preference) as Document)
  return converted
}

type Converting = { adapter: MongooseAdapter; collection: Collection }

async function convertCollection({ adapter, collection }: Converting): Promise<number> {
  let converted = 0
  while (true) {
    const documents = await collection.find({ _id: isObjectId }, { limit: perTransaction }).toArray()
    if (documents.length === 0) return converted
    const session = await adapter.connection.startSession()
    await session
      .withTransaction(async () => {
        // Before the others come, which have the same unique values.
        await collection.deleteMany({ _id: { $in: documents.map(({ _id }) => _id) } }, { session })
        await collection.insertMany(
          documents.map((document) => asTexts(document) as Document),
          { session },
        )
      })
      .finally(() => session.endSession())
    converted += documents.length
  }
}

/** A value of a document with texts for the ObjectIds in it, however deep. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('_bsontype' in value) return value._bsontype === 'ObjectId' ? String(value) : value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asTexts(part)]))
}
