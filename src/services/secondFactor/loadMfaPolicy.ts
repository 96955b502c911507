import type { PayloadRequest } from 'payload'
import { type MfaPolicy, mfaPolicies } from '../../domain/users/mfaPolicy'

/** Whom the second factor is required of: as an admin set it, or else as the portal was started with. */
export async function loadMfaPolicy(req: PayloadRequest): Promise<MfaPolicy> {
  const stored = await req.payload.db.findGlobal<{ mfaPolicy?: unknown }>({ slug: 'settings', req })
  const wanted: unknown = stored?.mfaPolicy ?? req.payload.config.custom?.mfaPolicy
  return mfaPolicies.find((policy) => policy === wanted) ?? 'admins'
}
