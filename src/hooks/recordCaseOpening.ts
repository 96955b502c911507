import type { CollectionAfterOperationHook } from 'payload'
import { recordAudit } from '../services/recordAudit'

declare module 'payload' {
  interface RequestContext {
    /** The cases that this request has opened. */
    openedCases?: Set<string>
  }
}

/**
 * Whoever opens a case, by the panel's form, REST, GraphQL or the Local API on their behalf, leaves an entry, one a request.
 * Lists are no opening, nor is what the portal itself looks up.
 */
export const recordCaseOpening: CollectionAfterOperationHook<'cases'> = async (call) => {
  if (call.operation !== 'findByID' || call.overrideAccess === true) return call.result
  const { req, result } = call
  const id = result ? String(result.id) : ''
  req.context.openedCases ??= new Set()
  if (!req.user || !id || req.context.openedCases.has(id)) return result
  req.context.openedCases.add(id)
  await recordAudit({ req, event: { action: 'open', entityType: 'cases', entityId: id, details: {} } })
  return result
}
