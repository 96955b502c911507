import type { Payload } from 'payload'
import type { User } from '../../payload-types'
import type { StoredUser } from './ensurePassword'

/** The stored account of an address as it is kept, lower case; hash and lock included. */
export async function findUserByEmail({
  payload,
  email,
}: {
  payload: Payload
  email: string
}): Promise<StoredUser | null> {
  const user = await payload.db.findOne<User>({ collection: 'users', where: { email: { equals: email } } })
  return user && { ...user, collection: 'users' }
}
