import type { CollectionBeforeDeleteHook } from 'payload'

const traces = [
  'sessions',
  'refresh-tokens',
  'mfa-secrets',
  'recovery-codes',
  'address-confirmations',
] as const

/** With an account go its sessions, tokens, second factor and recovery codes. */
export const deleteUserTraces: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { user: { equals: id } }
  for (const collection of traces) await req.payload.db.deleteMany({ collection, where, req })
}
