import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  FlattenedField,
  GlobalAfterChangeHook,
  RequestContext,
  SanitizedConfig,
} from 'payload'
import type { AuditChange, AuditEvent } from '../domain/audit/auditEntry'
import {
  type AuditedCollection,
  auditedCollections,
  auditedGlobals,
  isAuditedCollection,
} from '../domain/audit/auditedDocuments'
import { changedFields } from '../domain/audit/changedFields'
import { recordAudit } from '../services/recordAudit'
import { asDeleted, noteDeleted } from './asDeleted'
import { asWritten } from './asWritten'
import { auditedValues } from './auditedValues'
import { ensureAuditIsWhole } from './ensureAuditIsWhole'

type Values = Record<string, unknown>

declare module 'payload' {
  interface RequestContext {
    /** The next write of the collection is written down as this, and not as created or changed. */
    auditAs?: {
      collection: AuditedCollection
      action: 'register' | 'confirmAddress' | 'changePassword'
    }
  }
}

/**
 * Has every write of every collection and global that goes through Payload leave an audit entry: forms, REST, GraphQL and
 * the Local API alike. What is written past Payload (imports, tokens, tries) its services write down. Throws where
 * something is neither audited nor named as technical.
 */
export function recordEveryWrite(config: SanitizedConfig): SanitizedConfig {
  ensureAuditIsWhole(config)
  for (const { slug, hooks, flattenedFields } of config.collections) {
    if (!isAuditedCollection(slug)) continue
    // Last, so that what they note is what is stored.
    if (slug === 'users') hooks.beforeChange.push(notePassword)
    hooks.afterChange.push(recordChange(slug, flattenedFields))
    hooks.beforeDelete.unshift(noteDeleted)
    hooks.afterDelete.push(recordDeletion(slug, flattenedFields))
  }
  for (const { slug, hooks, flattenedFields } of config.globals)
    if (slug === 'settings') hooks.afterChange.push(recordSettings(flattenedFields))
  return config
}

/** The data of writes that set a password, which Payload takes out of it before it tells of the write. */
const withPassword = new WeakSet<object>()

const notePassword: CollectionBeforeChangeHook = ({ data }) => {
  if (data.password) withPassword.add(data)
  return data
}

function recordChange(slug: AuditedCollection, fields: FlattenedField[]): CollectionAfterChangeHook {
  const valuesOf = valuesOfDocument(slug, fields)
  return async ({ data, doc, previousDoc, operation, req }) => {
    const written = asWritten<Values>({ data, doc })
    const before = operation === 'update' ? valuesOf(previousDoc ?? {}) : {}
    const after = valuesOf(written)
    const changes = changedFields({ names: Object.keys(after), before, after })
    const action = takeAction(req.context, slug) ?? operation
    if (action === 'update' && data && withPassword.has(data)) changes.push(changedPassword)
    if (action === 'update' && changes.length === 0) return doc
    const at = await versionOf({ slug, doc, req })
    await recordAudit({ req, event: documentEvent({ action, slug, id: doc.id, changes }), origin: { at } })
    return doc
  }
}

/** Every deleted document leaves what it held. */
function recordDeletion(slug: AuditedCollection, fields: FlattenedField[]): CollectionAfterDeleteHook {
  const valuesOf = valuesOfDocument(slug, fields)
  return async (deletion) => {
    const { id, req } = deletion
    const before = valuesOf(asDeleted<Values>(deletion))
    const changes = changedFields({ names: Object.keys(before), before, after: {} })
    await recordAudit({ req, event: documentEvent({ action: 'delete', slug, id, changes }) })
  }
}

function recordSettings(fields: FlattenedField[]): GlobalAfterChangeHook {
  const names = auditedGlobals.settings.fields
  return async ({ data, doc, previousDoc, req }) => {
    const before = auditedValues({ fields, names, document: previousDoc ?? {} })
    const after = auditedValues({ fields, names, document: { ...doc, ...data } })
    const changes = changedFields({ names: Object.keys(after), before, after })
    if (changes.length === 0) return doc
    const event = { action: 'update', entityType: 'settings', entityId: 'settings', changes } as const
    await recordAudit({ req, event })
    return doc
  }
}

function valuesOfDocument(slug: AuditedCollection, fields: FlattenedField[]) {
  const names: readonly string[] = auditedCollections[slug].fields
  return (document: Readonly<Values>) => auditedValues({ fields, names, document })
}

const changedPassword: AuditChange = { field: 'password', old: null, new: null }

type Action = 'create' | 'update' | 'delete' | NonNullable<RequestContext['auditAs']>['action']

/** The table says which action is of which collection; `auditAs` is given by whoever writes to just that one. */
function documentEvent({
  action,
  slug,
  id,
  changes,
}: {
  action: Action
  slug: AuditedCollection
  id: number | string
  changes: AuditChange[]
}): AuditEvent {
  return { action, entityType: slug, entityId: String(id), changes } as AuditEvent
}

function takeAction(context: RequestContext, slug: AuditedCollection) {
  if (context.auditAs?.collection !== slug) return undefined
  const { action } = context.auditAs
  context.auditAs = undefined
  return action
}

type Version = Pick<Parameters<CollectionAfterChangeHook>[0], 'doc' | 'req'> & { slug: AuditedCollection }

/** The instant of the version that was written, which the sync looks for; a selection may have left it out. */
async function versionOf({ slug, doc, req }: Version): Promise<string> {
  if (typeof doc.updatedAt === 'string') return doc.updatedAt
  const where = { id: { equals: doc.id } }
  const stored = await req.payload.db.findOne<{ id: string; updatedAt: Date | string }>({
    collection: slug,
    where,
    req,
  })
  return new Date(stored?.updatedAt ?? Date.now()).toISOString()
}
