import { AuthenticationError, LockedAuth, type PayloadRequest } from 'payload'
import { isPasswordOf, unmatchedHash } from '../../lib/crypto/isPasswordOf'
import { attemptCounterOf, attemptKey } from '../../lib/limitRate'

const day = 24 * 60 * 60

/**
 * What a login with an address that no account has is answered: the same as a wrong password, after the same work, and
 * after five of them the same lock. So neither words nor status nor time tell who has an account.
 */
export async function refuseUnknownAccount({
  req,
  email,
  password,
}: {
  req: PayloadRequest
  email: string
  password: string
}): Promise<never> {
  const counter = attemptCounterOf(req.payload)
  const { maxLoginAttempts, lockTime } = req.payload.collections.users.config.auth
  const locked = attemptKey('locked', email)
  const failed = attemptKey('failed', email)
  const now = Date.now()
  if (await counter.read({ key: locked, now })) throw new LockedAuth(req.t)
  await isPasswordOf({ password, ...unmatchedHash })
  const { count } = await counter.add({ key: failed, seconds: 30 * day, now })
  if (count >= maxLoginAttempts) {
    await counter.forget(failed)
    await counter.add({ key: locked, seconds: lockTime / 1000, now })
  }
  throw new AuthenticationError(req.t)
}
