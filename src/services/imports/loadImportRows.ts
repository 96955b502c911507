import type { PayloadRequest } from 'payload'
import type { PlanAction, PlanItem } from '../../domain/imports/planItem'
import { type ImportBlock, loadImportBlocks } from './importBlocks'
import { loadImport } from './loadImport'

/** A page of an import's plan, all rows or those with one action, in the order of the file. */
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
  const blocks = await loadImportBlocks({ req, importId: id })
  const totalDocs = blocks.reduce((sum, block) => sum + sizeOf(block, action), 0)
  const docs = itemsFrom({ blocks, action, start: (page - 1) * limit, end: page * limit })
  return { docs, totalDocs, page, limit, totalPages: Math.max(1, Math.ceil(totalDocs / limit)) }
}

function sizeOf(block: ImportBlock, action: PlanAction | undefined): number {
  return action === undefined ? block.counts.total : block.counts[action]
}

function itemsFrom({
  blocks,
  action,
  start,
  end,
}: {
  blocks: ImportBlock[]
  action: PlanAction | undefined
  start: number
  end: number
}): PlanItem[] {
  const found: PlanItem[] = []
  let before = 0
  for (const block of blocks) {
    const size = sizeOf(block, action)
    if (before < end && before + size > start) {
      const items = action === undefined ? block.items : block.items.filter((item) => item.action === action)
      found.push(...items.slice(Math.max(0, start - before), end - before))
    }
    before += size
  }
  return found
}
