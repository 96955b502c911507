import type { CollectionBeforeDeleteHook } from 'payload'

/** With an account go its sessions, refresh tokens, second factor, recovery codes and notifications. */
export const deleteUserTraces: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { user: { equals: id } }
  for (const collection of ['sessions', 'refresh-tokens', 'mfa-secrets', 'recovery-codes'] as const)
    await req.payload.db.deleteMany({ collection, where, req })
  const own = { recipient: { equals: id } }
  await req.payload.db.deleteMany({ collection: 'notifications', where: own, req })
}
