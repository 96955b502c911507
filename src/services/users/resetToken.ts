import { createHash, randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { User } from '../../payload-types'
import type { StoredUser } from './ensurePassword'

/** As Payload makes them: 20 random bytes. */
const token = /^[0-9a-f]{40}$/

/** What is stored of the token that a mail carries; what is no new token stays as it is. */
export function storedResetToken(value: string): string {
  return token.test(value) ? `sha256:${createHash('sha256').update(value).digest('hex')}` : value
}

/** The account whose password a token may still set, `null` when there is none. */
export async function findUserOfResetToken({
  payload,
  token: given,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<StoredUser | null> {
  if (!token.test(given)) return null
  const user = await payload.db.findOne<User>({ collection: 'users', where: isOpen({ token: given, now }) })
  return user ? { ...user, collection: 'users' } : null
}

/**
 * Uses a token up: from now on only the answer stands for it, which is what Payload is to look for. `null` when it was
 * used meanwhile, so that of two resets at once one is carried out.
 */
export async function claimResetToken({
  payload,
  token: given,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<string | null> {
  const claimed = `claimed:${randomUUID()}`
  const moved = await payload.db.updateOne({
    collection: 'users',
    where: isOpen({ token: given, now }),
    data: { resetPasswordToken: claimed },
    options: { atomic: true },
  })
  return moved ? claimed : null
}

function isOpen({ token: given, now }: { token: string; now: Date }): Where {
  return {
    and: [
      { resetPasswordToken: { equals: storedResetToken(given) } },
      { resetPasswordExpiration: { greater_than: now.toISOString() } },
    ],
  }
}
