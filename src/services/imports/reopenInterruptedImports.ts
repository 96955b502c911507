import type { Payload } from 'payload'

/**
 * An import that was being applied when the process ended has written nothing (it is one transaction), so it can
 * be confirmed again.
 */
export async function reopenInterruptedImports(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'imports',
    where: { status: { equals: 'applying' } },
    pagination: false,
  })
  for (const { id } of docs) {
    await payload.db.updateOne({ collection: 'imports', id, data: { status: 'previewed' }, returning: false })
  }
}
