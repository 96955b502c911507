import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import { countFailure, type StoredUser } from '../users/ensurePassword'
import { findProof, redeemProof } from './proof'

/** Refuses a wrong or used code, counts it as a failed login, and uses a right one up. */
export async function ensureCode({
  req,
  user,
  code,
  status,
  now,
}: {
  req: PayloadRequest
  user: StoredUser
  code: string
  /** Of the refusal: 422 of someone signed in, 401 otherwise. */
  status: 401 | 422
  now: Date
}): Promise<void> {
  const proof = await findProof({ payload: req.payload, userId: user.id, code, now })
  if (proof && (await redeemProof({ req, userId: user.id, proof }))) return
  await countFailure({ req, user, failure: 'code' })
  throw refusal(req, status, 'totpWrong', { extra: { field: 'code' } })
}
