import type { PayloadRequest } from 'payload'
import { countBlock } from '../../domain/imports/countBlock'
import type { PlanItem, SourceRow } from '../../domain/imports/planItem'
import type { BlockUndo, UndoneRow } from '../../domain/imports/planUndo'
import { createTurns } from '../../lib/giveWay'
import type { PlanBlock } from '../../store/importStore'
import { storeOf } from '../../store/storeOf'
import { digestOf } from './digestOf'

const rowsPerBlock = 1_000
const maxBlockCharacters = 2_000_000
/** How many blocks one transaction stores; a plan may be hundreds of megabytes. */
const blocksPerWrite = 2

type StoredBlock = PlanBlock & { id: string; undo?: BlockUndo | null; undone?: UndoneRow[] | null }
type Part = 'sheet' | 'rows' | 'items' | 'counts' | 'digest' | 'undo' | 'undone'

/** Stores a plan's rows and items in blocks of one sheet, at most 1,000 rows or about 2 MB. */
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
  const turn = createTurns()
  const stretchesOfRows = stretches(rows)
  for (let first = 0; first < stretchesOfRows.length; first += blocksPerWrite) {
    const blocks = stretchesOfRows.slice(first, first + blocksPerWrite).map(({ start, end }, index) => {
      const blockItems = items.slice(start, end)
      return {
        importId,
        position: first + index,
        sheet: rows[start]?.sheet ?? null,
        counts: countBlock(blockItems),
        digest: digestOf(blockItems),
        rows: rows.slice(start, end),
        items: blockItems,
      }
    })
    await storeOf(req.payload).insertPlanBlocks(blocks)
    await turn()
  }
}

/** Every row of an import as it was read, and which blocks they are in; read block by block, giving way in between. */
export async function loadPlanRows({
  req,
  importId,
  tell,
}: {
  req: PayloadRequest
  importId: string
  /** Hears how much of the rows is read, 0 to 1. */
  tell?: (share: number) => void
}): Promise<{ rows: SourceRow[]; blocks: PlacedBlock[] }> {
  const found = await loadPlanBlocks({ req, importId, parts: ['digest'] })
  const rows: SourceRow[] = []
  const blocks: PlacedBlock[] = []
  const turn = createTurns()
  for (const { id, position, digest } of found) {
    const [block] = await loadPlanBlocks({ req, importId, parts: ['rows'], positions: [position] })
    const start = rows.length
    for (const row of block?.rows ?? []) rows.push(row)
    blocks.push({ id: String(id), position, digest, start, end: rows.length })
    tell?.(blocks.length / found.length)
    await turn()
  }
  return { rows, blocks }
}

/** A block, and which of an import's rows are in it. */
export type PlacedBlock = { id: string; position: number; digest: string; start: number; end: number }

/** The asked parts of an import's blocks, in the order of the file; of some positions or of all. */
export async function loadPlanBlocks<Wanted extends Part>({
  req,
  importId,
  parts,
  positions,
}: {
  req: PayloadRequest
  importId: string
  parts: readonly Wanted[]
  positions?: readonly number[]
}): Promise<Pick<StoredBlock, Wanted | 'id' | 'position'>[]> {
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
    const next = rows[index + 1]
    const isLastOfSheet = next === undefined || next.sheet !== row.sheet
    if (isLastOfSheet || index + 1 - start >= rowsPerBlock || characters >= maxBlockCharacters) {
      found.push({ start, end: index + 1 })
      start = index + 1
      characters = 0
    }
  })
  return found
}

function sizeOf(row: SourceRow): number {
  return row.cells.reduce((sum: number, cell) => sum + (typeof cell === 'string' ? cell.length : 10), 300)
}
