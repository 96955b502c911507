import type { Payload } from 'payload'

/** Gives an empty portal the domain of SPEC §2. Once there are accounts the domains are the admins', also if they want none. */
export async function seedAllowedDomains(payload: Payload): Promise<void> {
  for (const collection of ['users', 'allowed-domains'] as const)
    if (await payload.db.findOne({ collection, where: {} })) return
  try {
    const data = { domain: 'dak.de', role: 'dak_mitarbeiter' as const, isActive: true }
    await payload.create({ collection: 'allowed-domains', data })
  } catch (error) {
    // Another node that starts at the same time was quicker.
    if (!(await payload.db.findOne({ collection: 'allowed-domains', where: {} }))) throw error
  }
}
