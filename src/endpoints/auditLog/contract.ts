import { z } from 'zod'
import type { AuditAction, AuditedType } from '../../domain/audit/auditEntry'
import { type AuditedCollection, auditedCollections } from '../../domain/audit/auditedDocuments'
import { actionLabels } from '../../domain/audit/auditLabels'
import { day } from '../day'
import { pageOf, pagingQuery } from '../paging'

const actions = Object.keys(actionLabels) as [AuditAction, ...AuditAction[]]

/** What entries may be about, in the order of the choice. */
export const auditedTypes: readonly AuditedType[] = [
  ...(Object.keys(auditedCollections) as AuditedCollection[]),
  'settings',
  'files',
  'erasures',
  'audit-log',
]

/**
 * `user` is an id, or `none` for what nobody signed in did; `entityId` an id, or the Fall-ID of a case; `from` and `to` are
 * days in Europe/Berlin, both included.
 */
const filter = z.object({
  user: z.string().max(100).optional(),
  action: z.enum(actions).optional(),
  entityType: z.enum(auditedTypes as [AuditedType, ...AuditedType[]]).optional(),
  entityId: z.string().trim().min(1).max(300).optional(),
  from: day.optional(),
  to: day.optional(),
})

/** `GET /api/audit-log/list`: the latest first. */
export const auditListQuery = filter.extend(pagingQuery({ usual: 50, most: 200 }).shape)

/** `GET /api/audit-log/xlsx` and `…/csv`: all of a filter as a file, up to 100,000 entries. */
export const auditExportQuery = filter

const change = z.object({
  field: z.string(),
  label: z.string(),
  old: z.string(),
  new: z.string(),
  isHidden: z.boolean(),
})

/** An entry in words; `path` is where the thing is, below the panel's address. */
const auditEntryOut = z.object({
  id: z.string(),
  at: z.string(),
  user: z.string().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  entityType: z.string(),
  entityLabel: z.string(),
  entityId: z.string(),
  entityTitle: z.string(),
  path: z.string().nullable(),
  changes: z.array(change),
  ip: z.string().nullable(),
  device: z.string(),
})

/** `hasMore`: there are more than are counted and paged through. */
export const auditListOut = pageOf(auditEntryOut).extend({ hasMore: z.boolean() })

export type AuditEntryOut = z.infer<typeof auditEntryOut>
export type AuditListOut = z.infer<typeof auditListOut>
