import type { PayloadRequest } from 'payload'
import type { AppError } from '../../lib/appError'
import { refusal } from '../../lib/refuse'
import type { Import } from '../../payload-types'
import { storedResult } from './importResult'
import type { ImportSource } from './importSources'

/** Refuses to apply an import of another kind, or one that is not previewed. */
export function ensureOpen({
  req,
  kind,
  entry,
}: {
  req: PayloadRequest
  kind: ImportSource
  entry: Import
}): void {
  if (entry.kind !== kind) throw refusal(req, 404, 'notFound')
  if (entry.status === 'applied' || entry.status === 'applying') throw alreadyApplied(req, entry)
  if (entry.status !== 'previewed') {
    const { status } = entry
    throw refusal(req, 409, 'importNotOpen', { params: { status }, extra: { status } })
  }
}

/** The answer to a second confirm: the first one's result. */
export function alreadyApplied(req: PayloadRequest, entry: Import): AppError {
  return refusal(req, 409, 'importAlreadyApplied', {
    extra: { importId: entry.id, status: entry.status, result: storedResult(entry) },
  })
}
