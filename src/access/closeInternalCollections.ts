import type { Access, AccessArgs, SanitizedCollectionConfig, SanitizedConfig, Where } from 'payload'
import { isActiveUser } from './hasRole'
import { activeUsers, admins, nobody } from './rules'

/**
 * Payload's own collections and globals, which it opens to everyone signed in: their rules, and none of them in GraphQL. One that is
 * not named here is closed, so that a new version of Payload opens nothing.
 */
export function closeInternalCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    collection.graphQL = false
    Object.assign(collection.access, closed, internalRules[collection.slug])
    if (collection.slug === 'payload-locked-documents') collection.hooks.beforeValidate.push(lockForOneself)
  }
  for (const global of config.globals) {
    if (!global.slug.startsWith('payload-')) continue
    global.graphQL = false
    Object.assign(global.access, { read: nobody, update: nobody })
  }
  return config
}

const closed = { create: nobody, read: nobody, update: nobody, delete: nobody }

/** What carries one's own id, of someone active. */
const ownBy =
  (field: string) =>
  ({ req }: AccessArgs): Where | false =>
    isActiveUser(req.user) && req.user ? { [field]: { equals: req.user.id } } : false

/** Who may edit cases has to see that somebody is editing one, and may take over; what admins edit only admins see. */
const locks: Access = (call) => {
  if (admins(call)) return true
  const own = ownBy('user.value')(call)
  return own && { or: [{ 'document.relationTo': { equals: 'cases' } }, own] }
}

const ownPreferences = ownBy('user.value')

const internalRules: Record<string, Partial<typeof closed | Record<keyof typeof closed, Access>>> = {
  'payload-locked-documents': { read: locks, update: locks, delete: ownBy('user.value') },
  'payload-preferences': {
    create: activeUsers,
    read: ownPreferences,
    update: ownPreferences,
    delete: ownPreferences,
  },
}

type LockHook = SanitizedCollectionConfig['hooks']['beforeValidate'][number]

/** A lock can be taken over for oneself, and changes in nothing else. */
const lockForOneself: LockHook = ({ data, operation, originalDoc, req }) => {
  if (!data || !req.user || operation !== 'update') return data
  const { document, globalSlug } = originalDoc ?? {}
  return { ...data, document, globalSlug, user: { relationTo: 'users', value: req.user.id } }
}
