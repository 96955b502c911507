import type { PayloadRequest } from 'payload'
import type { AuditAction, AuditedType } from '../../domain/audit/auditEntry'
import type { DescribedEntry } from '../../domain/audit/describedEntry'
import { berlinMidnight } from '../../domain/calendar/berlinMidnight'
import { addDays, type CalendarDate } from '../../domain/calendar/calendarDate'
import type { AuditFilter } from '../../store/auditStore'
import { storeOf } from '../../store/storeOf'
import { describeAudit } from './describeAudit'

/**
 * What is asked of the log: `user` is an id, or `none` for what nobody signed in did; `entityId` an id, or of a case its
 * Fall-ID; `from` and `to` are days, both included.
 */
export type AuditQuery = {
  user?: string
  action?: AuditAction
  entityType?: AuditedType
  entityId?: string
  from?: CalendarDate
  to?: CalendarDate
}

/** So many entries are counted and paged through; of more it is said that there are more. */
const maxCounted = 10_000

/** A page of the audit log in words, the latest first. */
export async function listAudit({
  req,
  query: { page, limit, ...query },
}: {
  req: PayloadRequest
  query: AuditQuery & { page: number; limit: number }
}) {
  const store = storeOf(req.payload)
  const filter = await filterOf({ req, query })
  const count = await store.countAudit({ filter, limit: maxCounted + 1 })
  const totalDocs = Math.min(count, maxCounted)
  const start = (page - 1) * limit
  const entries = start < totalDocs ? await store.auditPage({ filter, start, limit }) : []
  const docs: DescribedEntry[] = await describeAudit({ req, entries })
  return {
    docs,
    totalDocs,
    hasMore: count > maxCounted,
    page,
    limit,
    totalPages: Math.max(1, Math.ceil(totalDocs / limit)),
  }
}

/** The same question as the database is asked it. */
export async function filterOf({
  req,
  query: { user, action, entityType, entityId, from, to },
}: {
  req: PayloadRequest
  query: AuditQuery
}): Promise<AuditFilter> {
  return {
    ...(user ? { user: user === 'none' ? null : user } : {}),
    ...(action ? { action } : {}),
    ...(entityType ? { entityType } : {}),
    ...(entityId ? { entityId: await idOf({ req, entityId }) } : {}),
    ...(from ? { from: berlinMidnight(from).toISOString() } : {}),
    ...(to ? { until: berlinMidnight(addDays(to, 1)).toISOString() } : {}),
  }
}

/** People know cases by their Fall-ID. */
async function idOf({ req, entityId }: { req: PayloadRequest; entityId: string }): Promise<string> {
  const { docs } = await req.payload.find({
    collection: 'cases',
    where: { fallId: { equals: entityId.trim() } },
    select: { fallId: true },
    limit: 1,
    pagination: false,
    depth: 0,
  })
  return docs[0] ? String(docs[0].id) : entityId.trim()
}
