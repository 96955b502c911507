import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import { endAllSessionsOf } from '../sessions/endAllSessionsOf'
import { recordSecondFactor } from './enrol'
import { isEnrolled } from './secondFactor'

/** Takes an account's second factor away, with its recovery codes; its owner `disable`s it, an admin `reset`s it. */
export async function removeSecondFactor({
  req,
  userId,
  action,
}: {
  req: PayloadRequest
  userId: string
  action: 'disableMfa' | 'resetMfa'
}): Promise<void> {
  for (const collection of ['mfa-secrets', 'recovery-codes'] as const)
    await req.payload.db.deleteMany({ collection, where: { user: { equals: userId } } })
  await recordSecondFactor({ req, userId, action })
}

/** An admin takes the second factor of someone who lost it, and whoever holds the device loses the sessions. */
export async function resetSecondFactorOf({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<void> {
  if (userId === req.user?.id) throw refusal(req, 403, 'mfaOwnReset')
  await req.payload.findByID({ collection: 'users', id: userId, depth: 0, req })
  if (!(await isEnrolled({ payload: req.payload, userId }))) throw refusal(req, 409, 'mfaNotSetUp')
  await removeSecondFactor({ req, userId, action: 'resetMfa' })
  await endAllSessionsOf({ req, userId })
}
