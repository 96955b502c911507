import type { Payload } from 'payload'
import type { NewCase } from '../../src/store/importStore'
import { storeOf } from '../../src/store/storeOf'

/** Stores cases at once, as an import of nothing else; `at` is an ISO instant. */
export async function storeNewCases({
  payload,
  creates,
  at,
}: {
  payload: Payload
  creates: NewCase[]
  at: string
}): Promise<void> {
  const store = storeOf(payload)
  const { id } = await payload.db.create({
    collection: 'imports',
    data: { filename: 'fill', kind: 'crm-csv', status: 'applying' },
  })
  const outcome = await store.applyImport({
    importId: String(id),
    revision: await store.revisionOf('imports'),
    at,
    creates,
    updates: [],
    audit: [],
    blocks: [],
    result: { created: creates.length, updated: 0, skipped: 0, failed: 0, counts: {}, problems: [] },
  })
  if (outcome !== 'applied') throw new Error(`The cases were not stored: ${outcome}.`)
}
