import { checkLoginPermission, incrementLoginAttempts, type PayloadRequest } from 'payload'
import { isPasswordOf } from '../../lib/crypto/isPasswordOf'
import { refusal } from '../../lib/refuse'
import type { User } from '../../payload-types'
import { recordSignInFailure } from './recordSignInFailure'

/** An account as it is stored, with what Payload hides. */
export type StoredUser = User & { collection: 'users' }

/** The stored account of an id, hash and lock included. */
export async function findStoredUser({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<StoredUser> {
  const user = await req.payload.db.findOne<User>({ collection: 'users', where: { id: { equals: userId } } })
  if (!user) throw refusal(req, 404, 'notFound')
  return { ...user, collection: 'users' }
}

/** Refuses a wrong password of someone signed in, and counts it as a failed login. */
export async function ensurePassword({
  req,
  user,
  password,
  field,
}: {
  req: PayloadRequest
  user: StoredUser
  password: string
  field: string
}): Promise<void> {
  ensureUnlocked({ req, user })
  if (await isPasswordOf({ password, hash: user.hash, salt: user.salt })) return
  await countFailure({ req, user, failure: 'password' })
  throw refusal(req, 422, 'passwordWrong', { extra: { field } })
}

/** Refuses a locked account (`423`). */
export function ensureUnlocked({ req, user }: { req: PayloadRequest; user: StoredUser }): void {
  checkLoginPermission({ req, user })
}

/**
 * Counts a failure as Payload counts a failed login, and writes it down: the fifth locks the account, later ones are refused
 * (`423`).
 */
export async function countFailure({
  req,
  user,
  failure,
}: {
  req: PayloadRequest
  user: StoredUser
  failure: 'password' | 'code'
}): Promise<void> {
  const collection = req.payload.collections.users.config
  await incrementLoginAttempts({ collection, payload: req.payload, user })
  req.context.signIn = undefined
  await recordSignInFailure({ req, userId: user.id, reason: failure })
  ensureUnlocked({ req, user })
}
