import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import { ensureGoodPassword } from './ensureGoodPassword'
import { ensurePassword, findStoredUser } from './ensurePassword'

/** Changes one's own password with the present one; `endSessionsOnChange` ends the other sessions. */
export async function changePassword({
  req,
  userId,
  currentPassword,
  newPassword,
}: {
  req: PayloadRequest
  userId: string
  currentPassword: string
  newPassword: string
}): Promise<void> {
  const user = await findStoredUser({ req, userId })
  await ensurePassword({ req, user, password: currentPassword, field: 'currentPassword' })
  if (newPassword === currentPassword)
    throw refusal(req, 422, 'passwordUnchanged', { extra: { field: 'newPassword' } })
  await ensureGoodPassword({ req, password: newPassword, owner: user, field: 'newPassword' })
  await req.payload.update({
    collection: 'users',
    id: userId,
    data: { password: newPassword, mustChangePassword: false },
    context: { auditAs: { collection: 'users', action: 'changePassword' } },
    req,
  })
}
