import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, FlattenedField, Payload, SanitizedCollectionConfig, TextField } from 'payload'
import { newId } from '../newId'

const id: TextField & FlattenedField = { name: 'id', type: 'text' }

/**
 * Has the adapter keep the documents of the portal's collections by text ids, in order of time as on the embedded
 * database: it gives each new one its id, which never changes, whatever a client sends as one.
 */
export function giveTextIds(adapter: MongooseAdapter, payload: Payload): void {
  const { create, updateOne, updateMany } = adapter
  const seen = seenWithTextIds(payload)
  // Payload puts itself there once more after it has made the adapter.
  Object.defineProperty(adapter, 'payload', { get: () => seen, set: () => undefined })
  adapter.create = (args) =>
    create.call(adapter, hasTextId(args.collection) ? { ...args, data: { ...args.data, id: newId() } } : args)
  adapter.updateOne = (args) => updateOne.call(adapter, { ...args, data: withoutId(args.data) })
  adapter.updateMany = (args) => updateMany.call(adapter, { ...args, data: withoutId(args.data) })
}

/**
 * Payload as its adapter of MongoDB sees it: with collections whose ids are texts instead of ObjectIds. For everyone else
 * nothing is different, GraphQL and forms in particular, which would ask for the id.
 */
function seenWithTextIds(payload: Payload): Payload {
  const configs = new Map(payload.config.collections.map((config) => [config.slug, withTextId(config)]))
  const collections = Object.entries(payload.collections).map(([slug, collection]) => {
    const config = configs.get(slug as CollectionSlug) ?? collection.config
    return [slug, hasTextId(slug) ? { ...collection, config, customIDType: 'text' } : collection]
  })
  return Object.create(payload, {
    config: { value: { ...payload.config, collections: [...configs.values()] } },
    collections: { value: Object.fromEntries(collections) },
  })
}

/** Payload's own collections have ids of their own kind, and stay where they are when an installation moves. */
export function hasTextId(slug: string): boolean {
  return !slug.startsWith('payload-')
}

function withTextId(config: SanitizedCollectionConfig): SanitizedCollectionConfig {
  if (!hasTextId(config.slug)) return config
  return { ...config, fields: [id, ...config.fields], flattenedFields: [id, ...config.flattenedFields] }
}

function withoutId(data: Record<string, unknown>): Record<string, unknown> {
  const { id: _, ...others } = data
  return others
}
