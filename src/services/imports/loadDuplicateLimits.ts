import type { PayloadRequest } from 'payload'
import type { DuplicateLimits } from '../../domain/imports/duplicates/possibleDuplicates'

/** What counts as a possible duplicate, as the admin set it. */
export async function loadDuplicateLimits(req: PayloadRequest): Promise<DuplicateLimits> {
  const { duplicates } = await req.payload.findGlobal({ slug: 'settings', depth: 0, req })
  return { kvnrDays: duplicates.kvnrDays, minScore: duplicates.minScore }
}
