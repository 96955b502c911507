import type { Payload } from 'payload'
import { type ErasableBlock, eraseFromBlock } from '../../domain/erasure/eraseFromBlock'
import { eraseFromImport, type RowsOfImport } from '../../domain/erasure/eraseFromImport'
import type { ErasureTarget } from '../../domain/erasure/erasureTarget'
import { countBlock } from '../../domain/imports/countBlock'
import type { PlanCounts } from '../../domain/imports/planItem'
import { createTurns } from '../../lib/giveWay'
import type { Import } from '../../payload-types'
import type { ErasablePlanBlock } from '../../store/erasureStore'
import { storeOf } from '../../store/storeOf'
import { digestOf } from '../imports/digestOf'

const blocksAtOnce = 4
/** How often a block is read anew when its import changes under it. */
const maxAttempts = 5

type Work = { payload: Payload; target: ErasureTarget }

/** Takes what imports say of a person out of their plans; returns how many rows that were. */
export async function eraseRows({ payload, target }: Work): Promise<number> {
  const store = storeOf(payload)
  const turn = createTurns()
  let after: string | null = null
  let count = 0
  for (;;) {
    const blocks: ErasablePlanBlock[] = await store.erasableBlocks({ after, limit: blocksAtOnce })
    for (const block of blocks) {
      count += await eraseBlock({ payload, target, block, after })
      after = block.id
      await turn()
    }
    if (blocks.length < blocksAtOnce) return count
  }
}

async function eraseBlock({
  payload,
  target,
  block: first,
  after,
}: Work & { block: ErasablePlanBlock; after: string | null }): Promise<number> {
  let block: ErasablePlanBlock | undefined = first
  for (let attempt = 1; attempt <= maxAttempts && block; attempt += 1) {
    if (!eraseFromBlock({ block, target, isOpen: false })) return 0
    const entry = await payload.findByID({ collection: 'imports', id: block.importId, depth: 0 })
    const without = eraseFromBlock({ block, target, isOpen: entry.status === 'previewed' })
    if (!without) return 0
    if ((await storeErased({ payload, target, entry, block, without })) === 'stored')
      return without.erased.length
    ;[block] = await storeOf(payload).erasableBlocks({ after, limit: 1 })
    if (block?.id !== first.id) return 0
  }
  throw new Error(
    `The import ${first.importId} is being applied or undone, so its rows cannot be erased yet.`,
  )
}

function storeErased({
  payload,
  target,
  entry,
  block,
  without: { erased, ...parts },
}: Work & {
  entry: Import
  block: ErasablePlanBlock
  without: ErasableBlock & { erased: string[] }
}): Promise<'stored' | 'moved'> {
  const counts = { ...block.counts, ...countBlock(parts.items) }
  const told = eraseFromImport({ told: rowsOf(entry), erased: new Set(erased), target })
  return storeOf(payload).storeErasedRows({
    importId: block.importId,
    version: entry.planVersion ?? 0,
    // What was applied keeps its counts; a preview shows what is left.
    counts:
      entry.status === 'previewed' ? recounted({ entry, before: block.counts, now: counts }) : undefined,
    told,
    block: { id: block.id, ...parts, counts, digest: digestOf(parts.items) },
  })
}

function rowsOf({ decisions, corrections, problems, failure }: Import): RowsOfImport {
  return {
    decisions: (decisions ?? []) as RowsOfImport['decisions'],
    corrections: (corrections ?? []) as RowsOfImport['corrections'],
    problems: (problems ?? []) as unknown as RowsOfImport['problems'],
    failure: failure ?? null,
  }
}

function recounted({
  entry,
  before,
  now,
}: {
  entry: Import
  before: PlanCounts
  now: PlanCounts
}): PlanCounts {
  const counts = { ...(entry.counts as unknown as PlanCounts) }
  for (const name of Object.keys(counts) as (keyof PlanCounts)[]) counts[name] += now[name] - before[name]
  return counts
}
