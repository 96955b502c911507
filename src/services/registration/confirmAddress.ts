import type { PayloadRequest, Where } from 'payload'
import { tokenHash } from '../../lib/crypto/randomToken'
import { refusal } from '../../lib/refuse'
import type { AddressConfirmation, User } from '../../payload-types'
import { ensurePassword } from '../users/ensurePassword'

/**
 * Opens an account with the token that was mailed to its address and with its password: whoever holds the mailbox opens
 * no account that somebody else registered. The token is good once; wrong passwords count to the lock.
 */
export async function confirmAddress({
  req,
  token,
  password,
  now,
}: {
  req: PayloadRequest
  token: string
  password: string
  now: Date
}): Promise<void> {
  const invalid = () => refusal(req, 403, 'confirmationInvalid', { extra: { field: 'token' } })
  const { db } = req.payload
  const isOpen: Where[] = [{ isUsed: { equals: false } }, { expiresAt: { greater_than: now.toISOString() } }]
  const confirmation = await db.findOne<AddressConfirmation>({
    collection: 'address-confirmations',
    where: { and: [{ hash: { equals: tokenHash(token) } }, ...isOpen] },
  })
  if (!confirmation) throw invalid()
  const userId = idOf(confirmation.user)
  const isWaiting: Where[] = [{ id: { equals: userId } }, { awaitsConfirmation: { equals: true } }]
  const user = await db.findOne<User>({ collection: 'users', where: { and: isWaiting } })
  if (!user) throw invalid()
  await ensurePassword({ req, user: { ...user, collection: 'users' }, password, field: 'password' })
  const taken = await db.updateOne({
    collection: 'address-confirmations',
    where: { and: [{ id: { equals: confirmation.id } }, ...isOpen] },
    data: { isUsed: true },
    options: { atomic: true },
  })
  if (!taken) throw invalid()
  const context = { auditAs: { collection: 'users', action: 'confirmAddress' } } as const
  await req.payload.update({
    collection: 'users',
    id: userId,
    data: { isActive: true },
    context,
    req,
    depth: 0,
  })
}

function idOf(user: AddressConfirmation['user']): string {
  return typeof user === 'object' ? user.id : user
}
