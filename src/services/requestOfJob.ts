import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { clientAddressHeader } from '../lib/clientAddress'
import { auditOrigin } from './recordAudit'

/** Who left work to a job, and from where. */
export type JobOrigin = { user?: string | null; ip?: string | null; userAgent?: string | null }

/** Who asks now, for the job that the work is left to. */
export function originForJob(req: PayloadRequest): JobOrigin {
  const { user, ip, userAgent } = auditOrigin(req)
  return { user, ip, userAgent }
}

/** A request on behalf of whoever left the work to the job. */
export async function requestOfJob({
  payload,
  origin: { user, ip, userAgent },
}: {
  payload: Payload
  origin: JobOrigin
}): Promise<PayloadRequest> {
  const found =
    user && (await payload.findByID({ collection: 'users', id: user, depth: 0, disableErrors: true }))
  const headers = new Headers()
  if (ip) headers.set(clientAddressHeader, ip)
  if (userAgent) headers.set('user-agent', userAgent)
  return createLocalReq(
    { user: found ? { ...found, collection: 'users' } : undefined, req: { headers } },
    payload,
  )
}
