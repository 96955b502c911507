import type { CollectionBeforeDeleteHook } from 'payload'

const traces = [
  'sessions',
  'refresh-tokens',
  'mfa-secrets',
  'recovery-codes',
  'address-confirmations',
] as const

/** With an account go its sessions, tokens, second factor, recovery codes and notifications. */
export const deleteUserTraces: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { user: { equals: id } }
  for (const collection of traces) await req.payload.db.deleteMany({ collection, where, req })
  const own = { recipient: { equals: id } }
  await req.payload.db.deleteMany({ collection: 'notifications', where: own, req })
}
