import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/**
 * What of Payload's own collections the table of roles cannot say: none of them is in GraphQL, where nobody
 * needs them, and a lock of a document changes only into one's own.
 */
export function keepInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections)
    if (collection.slug.startsWith('payload-')) collection.graphQL = false
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  locks?.hooks.beforeValidate.push(lockForOneself)
  return config
}

type LockHook = SanitizedCollectionConfig['hooks']['beforeValidate'][number]

const lockForOneself: LockHook = ({ data, operation, originalDoc, req }) => {
  if (!data || !req.user || operation !== 'update') return data
  const { document, globalSlug } = originalDoc ?? {}
  return { ...data, document, globalSlug, user: { relationTo: 'users', value: req.user.id } }
}
