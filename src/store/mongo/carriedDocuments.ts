import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, GlobalSlug, Payload } from 'payload'
import type { StoredDocument } from '../documentPages'
import { hasTextId } from './textIds'

/** MongoDB as those see it who put whole documents of another database into it. */
export type CarriedDocuments = {
  /**
   * Where to go on in a collection: the id of the last document that an earlier run put in, `null` for the beginning.
   * Payload's own collections are small and have other ids there: they are emptied and begin anew.
   */
  resume(slug: CollectionSlug): Promise<string | null>
  /** How many there are, counted; Payload asks for an estimate. */
  count(slug: CollectionSlug): Promise<number>
  /** Adds documents in their order, as Payload would store them. */
  insert(args: { slug: CollectionSlug; documents: readonly StoredDocument[] }): Promise<void>
  /** Puts a global in the place of whatever is there. */
  replaceGlobal(args: { slug: GlobalSlug; document: Record<string, unknown> }): Promise<void>
}

/** Puts documents into the MongoDB behind Payload, past every hook and with their ids. */
export function carriedDocuments(payload: Payload): CarriedDocuments {
  const adapter = payload.db as unknown as MongooseAdapter
  const modelOf = (slug: string) => {
    const model = adapter.collections[slug]
    if (!model) throw new Error(`There is no collection ${slug}.`)
    return model
  }
  return {
    resume: async (slug) => {
      if (!hasTextId(slug)) await modelOf(slug).collection.deleteMany({})
      const last = await modelOf(slug).collection.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } })
      return last ? String(last._id) : null
    },
    count: (slug) => modelOf(slug).collection.countDocuments({}),
    insert: async ({ slug, documents }) => {
      const model = modelOf(slug)
      const cast = documents.map(({ id, ...values }) => ({
        // The schemas that Payload makes know what of a document is a moment.
        ...model.castObject({ ...values, _id: carriedId({ slug, id }) }),
        ...emptyValues({ model, values }),
      }))
      await model.collection.insertMany(cast, { ordered: true })
    },
    replaceGlobal: async ({ slug, document: { id: _, ...data } }) => {
      await adapter.globals.collection.deleteMany({ globalType: slug })
      await payload.db.createGlobal({ slug, data, returning: false })
    },
  }
}

type Model = MongooseAdapter['collections'][string]
type Values = Record<string, unknown>

/** Casting drops what is empty. It stays, so that nobody is answered otherwise, but where it would have to be unique. */
function emptyValues({ model, values }: { model: Model; values: Values }): Values {
  const names = Object.keys(values).filter(
    (name) => values[name] === null && !model.schema.path(name)?.options.unique,
  )
  return Object.fromEntries(names.map((name) => [name, null]))
}

/**
 * The id of a document in MongoDB. Payload's own collections have ObjectIds there, whose twelve bytes are the first of the
 * UUID: in the same order, and time and counter of a UUID of version 7 are in them.
 */
export function carriedId({ slug, id }: { slug: string; id: string }): string {
  return hasTextId(slug) ? id : id.replaceAll('-', '').slice(0, 24)
}
