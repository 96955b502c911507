import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import { ensurePassword, findStoredUser } from '../users/ensurePassword'
import { ensureCode } from './ensureCode'
import { isEnrolled } from './secondFactor'

/** Refuses someone signed in who does not give their password and a right code as well. */
export async function ensurePasswordAndCode({
  req,
  userId,
  password,
  code,
  now,
}: {
  req: PayloadRequest
  userId: string
  password: string
  code: string
  now: Date
}): Promise<void> {
  if (!(await isEnrolled({ payload: req.payload, userId }))) throw refusal(req, 409, 'mfaNotSetUp')
  const user = await findStoredUser({ req, userId })
  await ensurePassword({ req, user, password, field: 'password' })
  await ensureCode({ req, user, code, status: 422, now })
}
