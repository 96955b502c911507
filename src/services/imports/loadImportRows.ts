import type { PayloadRequest } from 'payload'
import { type BlockCounts, isWarned } from '../../domain/imports/countBlock'
import type { PlanAction, PlanItem } from '../../domain/imports/planItem'
import type { UndoneRow, UndoOutcome } from '../../domain/imports/planUndo'
import { rowKey } from '../../domain/imports/rowKey'
import { amendmentsOf } from './amendmentsOf'
import { casesBeside } from './casesBeside'
import { loadPlanBlocks } from './importBlocks'
import { loadImport } from './loadImport'

type Became = Pick<UndoneRow, 'outcome' | 'reason'>

/** Which rows of a plan: those of one sheet, and those with one action, with a warning, or of which undoing made something. */
export type RowFilter = { sheet?: string; action?: PlanAction; isWarned?: boolean; outcome?: UndoOutcome }

/**
 * A page of an import's plan, all rows or those of a filter, in the order of the file, each with what was decided and
 * corrected and with the case beside it that it may be the same as. Only the blocks that the page touches are read whole.
 */
export async function loadImportRows({
  req,
  id,
  page,
  limit,
  filter,
}: {
  req: PayloadRequest
  id: string
  page: number
  limit: number
  filter: RowFilter
}) {
  const entry = await loadImport({ req, id })
  const sizes = await loadPlanBlocks({ req, importId: id, parts: ['counts', 'sheet'] })
  const { totalDocs, positions, skipped } = stretchOf({
    sizes: sizes.filter(({ sheet }) => filter.sheet === undefined || sheet === filter.sheet),
    filter,
    start: (page - 1) * limit,
    end: page * limit,
  })
  const blocks = await loadPlanBlocks({ req, importId: id, parts: ['items', 'undone'], positions })
  const undone = new Map(
    blocks.flatMap((block) => (block.undone ?? []).map((row) => [rowKey(row), became(row)] as const)),
  )
  const items = blocks.flatMap((block) => block.items.filter((item) => isWanted({ item, filter, undone })))
  const docs = items.slice(skipped, skipped + limit)
  return {
    docs,
    amendments: amendmentsOf(entry),
    undone,
    beside: await casesBeside({ req, importId: id, items: docs }),
    totalDocs,
    page,
    limit,
    totalPages: Math.max(1, Math.ceil(totalDocs / limit)),
  }
}

/** The blocks that hold the rows from `start` to `end`, and how many of their rows come before `start`. */
function stretchOf({
  sizes,
  filter,
  start,
  end,
}: {
  sizes: readonly { position: number; counts: BlockCounts }[]
  filter: RowFilter
  start: number
  end: number
}) {
  const positions: number[] = []
  let totalDocs = 0
  let skipped = 0
  for (const { position, counts } of sizes) {
    const size = filter.isWarned ? counts.warned : (counts[filter.outcome ?? filter.action ?? 'total'] ?? 0)
    if (totalDocs < end && totalDocs + size > start) {
      if (positions.length === 0) skipped = start - totalDocs
      positions.push(position)
    }
    totalDocs += size
  }
  return { totalDocs, positions, skipped }
}

function became({ outcome, reason }: UndoneRow): Became {
  return reason ? { outcome, reason } : { outcome }
}

function isWanted({
  item,
  filter,
  undone,
}: {
  item: PlanItem
  filter: RowFilter
  undone: ReadonlyMap<string, Became>
}): boolean {
  if (filter.outcome) return undone.get(rowKey(item))?.outcome === filter.outcome
  return filter.isWarned ? isWarned(item) : filter.action === undefined || item.action === filter.action
}
