import type { CollectionSlug, Payload } from 'payload'

type Values = Readonly<Record<string, unknown>>

/** A document to be stored, by its fields; one without an `id` gets one. */
type NewDocument = { create: CollectionSlug; values: Values }

/**
 * A change of those documents whose fields are as `where` says. With `isRequired` there has to be one, or nothing of all
 * is stored.
 */
type ChangedDocuments = {
  update: CollectionSlug
  where: Readonly<Record<string, string | number | boolean>>
  values: Values
  isRequired?: boolean
}

/** One of several writes that are stored together. Instants are ISO texts. */
export type DocumentWrite = NewDocument | ChangedDocuments

/** What writes past Payload have to see to themselves: which fields are instants, and the times of a document. */
export function writtenFields({
  payload,
  slug,
  values,
  isNew,
}: {
  payload: Payload
  slug: CollectionSlug
  values: Values
  isNew: boolean
}): { values: Values; instants: ReadonlySet<string> } {
  const { config } = payload.collections[slug]
  const instants = config.flattenedFields.filter(({ type }) => type === 'date').map(({ name }) => name)
  const now = new Date().toISOString()
  const times = config.timestamps ? { updatedAt: now, ...(isNew ? { createdAt: now } : {}) } : {}
  return { values: { ...times, ...values }, instants: new Set([...instants, 'createdAt', 'updatedAt']) }
}
