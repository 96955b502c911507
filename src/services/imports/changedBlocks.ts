import type { PayloadRequest } from 'payload'
import { countBlock } from '../../domain/imports/countBlock'
import type { PlanItem } from '../../domain/imports/planItem'
import { createTurns } from '../../lib/giveWay'
import type { ReplanWrites } from '../../store/importStore'
import { digestOf } from './digestOf'
import { loadPlanBlocks, type PlacedBlock } from './importBlocks'

/** The blocks of a plan made anew that are not as they are stored, and their rows that are not. */
export async function changedBlocks({
  req,
  importId,
  blocks,
  items,
}: {
  req: PayloadRequest
  importId: string
  blocks: readonly PlacedBlock[]
  items: readonly PlanItem[]
}): Promise<{ blocks: ReplanWrites['blocks']; items: PlanItem[] }> {
  const changed: { blocks: ReplanWrites['blocks']; items: PlanItem[] } = { blocks: [], items: [] }
  const turn = createTurns()
  for (const { id, position, digest: storedDigest, start, end } of blocks) {
    const planned = items.slice(start, end)
    const digest = digestOf(planned)
    if (digest !== storedDigest) {
      const [stored] = await loadPlanBlocks({ req, importId, parts: ['items'], positions: [position] })
      changed.blocks.push({ id, items: planned, counts: countBlock(planned), digest })
      changed.items.push(...planned.filter((item, index) => !isSame(item, stored?.items[index])))
    }
    await turn()
  }
  return changed
}

function isSame(item: PlanItem, stored: PlanItem | undefined): boolean {
  return JSON.stringify(item, withoutEmpty) === JSON.stringify(stored, withoutEmpty)
}

/** An empty field comes back from MongoDB as none. */
function withoutEmpty(_: string, value: unknown): unknown {
  return value ?? undefined
}
