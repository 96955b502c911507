import type { PayloadRequest } from 'payload'
import { countItems } from '../../domain/imports/countItems'
import type { PlanItem, SourceRow } from '../../domain/imports/planItem'
import type { BlockUndo } from '../../domain/imports/planUndo'
import type { PlanBlock } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'

const rowsPerBlock = 1_000
const maxBlockCharacters = 2_000_000
/** How many blocks one transaction stores; a plan may be hundreds of megabytes. */
const blocksPerWrite = 10

type StoredBlock = PlanBlock & { id: string; undo?: BlockUndo | null }

/** Stores a plan's rows and items in blocks of at most 1,000 rows or about 2 MB. */
export async function savePlanBlocks({
  req,
  importId,
  rows,
  items,
}: {
  req: PayloadRequest
  importId: string
  rows: readonly SourceRow[]
  items: readonly PlanItem[]
}): Promise<void> {
  const blocks = stretches(rows).map(({ start, end }, position): PlanBlock => {
    const blockItems = items.slice(start, end)
    return {
      importId,
      position,
      counts: countItems(blockItems),
      rows: rows.slice(start, end),
      items: blockItems,
    }
  })
  for (let start = 0; start < blocks.length; start += blocksPerWrite) {
    await storeOf(req.payload).insertPlanBlocks(blocks.slice(start, start + blocksPerWrite))
  }
}

/** The asked parts of an import's blocks, in the order of the file; of some positions or of all. */
export async function loadPlanBlocks<Part extends 'rows' | 'items' | 'counts' | 'undo'>({
  req,
  importId,
  parts,
  positions,
}: {
  req: PayloadRequest
  importId: string
  parts: readonly Part[]
  positions?: readonly number[]
}): Promise<Pick<StoredBlock, Part | 'id' | 'position'>[]> {
  const ofImport = { import: { equals: importId } }
  const { docs } = await req.payload.db.find({
    collection: 'import-blocks',
    where: positions ? { and: [ofImport, { position: { in: positions } }] } : ofImport,
    select: { position: true, ...Object.fromEntries(parts.map((part) => [part, true])) },
    sort: 'position',
    pagination: false,
    req,
  })
  return docs as unknown as StoredBlock[]
}

function stretches(rows: readonly SourceRow[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = 0
  let characters = 0
  rows.forEach((row, index) => {
    characters += sizeOf(row)
    if (index + 1 - start >= rowsPerBlock || characters >= maxBlockCharacters) {
      found.push({ start, end: index + 1 })
      start = index + 1
      characters = 0
    }
  })
  if (start < rows.length) found.push({ start, end: rows.length })
  return found
}

function sizeOf(row: SourceRow): number {
  return row.cells.reduce((sum: number, cell) => sum + (typeof cell === 'string' ? cell.length : 10), 300)
}
