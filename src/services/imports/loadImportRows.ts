import type { PayloadRequest } from 'payload'
import type { PlanAction, PlanCounts, PlanItem } from '../../domain/imports/planItem'
import { loadPlanBlocks } from './importBlocks'
import { loadImport } from './loadImport'

/**
 * A page of an import's plan, all rows or those with one action, in the order of the file. Only the blocks that the
 * page touches are read whole.
 */
export async function loadImportRows({
  req,
  id,
  query: { page, limit, action },
}: {
  req: PayloadRequest
  id: string
  query: { page: number; limit: number; action?: PlanAction }
}) {
  await loadImport({ req, id })
  const sizes = await loadPlanBlocks({ req, importId: id, parts: ['counts'] })
  const { totalDocs, positions, skipped } = stretchOf({
    sizes,
    action,
    start: (page - 1) * limit,
    end: page * limit,
  })
  const blocks = await loadPlanBlocks({ req, importId: id, parts: ['items'], positions })
  const items = blocks.flatMap((block) => wanted({ items: block.items, action }))
  const docs = items.slice(skipped, skipped + limit)
  return { docs, totalDocs, page, limit, totalPages: Math.max(1, Math.ceil(totalDocs / limit)) }
}

/** The blocks that hold the rows from `start` to `end`, and how many of their rows come before `start`. */
function stretchOf({
  sizes,
  action,
  start,
  end,
}: {
  sizes: readonly { position: number; counts: PlanCounts }[]
  action: PlanAction | undefined
  start: number
  end: number
}) {
  const positions: number[] = []
  let totalDocs = 0
  let skipped = 0
  for (const { position, counts } of sizes) {
    const size = counts[action ?? 'total']
    if (totalDocs < end && totalDocs + size > start) {
      if (positions.length === 0) skipped = start - totalDocs
      positions.push(position)
    }
    totalDocs += size
  }
  return { totalDocs, positions, skipped }
}

function wanted({ items, action }: { items: readonly PlanItem[]; action: PlanAction | undefined }) {
  return action === undefined ? items : items.filter((item) => item.action === action)
}
