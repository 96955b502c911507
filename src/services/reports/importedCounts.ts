import type { PayloadRequest } from 'payload'
import { countsOfSummaries } from '../../domain/reports/countsOfSummaries'
import type { Counts } from '../../domain/reports/cube'

/** The counts of the weeks 1…bisKw of a year from its imported summaries; `null` without any. */
export async function importedCounts({
  req,
  jahr,
  bisKw,
}: {
  req: PayloadRequest
  jahr: number
  bisKw: number
}): Promise<Counts | null> {
  const { docs } = await req.payload.find({
    collection: 'yearly-summaries',
    where: { and: [{ jahr: { equals: jahr } }, { kw: { less_than_equal: bisKw } }] },
    pagination: false,
    depth: 0,
    req,
  })
  return docs.length === 0 ? null : countsOfSummaries(docs as unknown as Record<string, number>[])
}
