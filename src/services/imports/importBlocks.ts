import type { PayloadRequest } from 'payload'
import { countItems } from '../../domain/imports/countItems'
import type { PlanCounts, PlanItem, SourceRow } from '../../domain/imports/planItem'

const rowsPerBlock = 1_000
const maxBlockCharacters = 2_000_000

/** A stretch of a plan as it is stored: the rows as they were read, and what is planned for each. */
export type ImportBlock = { id: string; counts: PlanCounts; rows: SourceRow[]; items: PlanItem[] }

/** Stores a plan's rows and items in blocks of at most 1,000 rows or about 2 MB. */
export async function saveImportBlocks({
  req,
  importId,
  rows,
  items,
}: {
  req: PayloadRequest
  importId: string
  rows: SourceRow[]
  items: PlanItem[]
}): Promise<void> {
  let position = 0
  for (const { start, end } of stretches(rows)) {
    const blockItems = items.slice(start, end)
    await req.payload.db.create({
      collection: 'import-blocks',
      data: {
        import: importId,
        position,
        counts: countItems(blockItems),
        rows: rows.slice(start, end),
        items: blockItems,
      },
      returning: false,
      req,
    })
    position += 1
  }
}

/** All blocks of an import in the order of the file. */
export async function loadImportBlocks({ req, importId }: { req: PayloadRequest; importId: string }) {
  const { docs } = await req.payload.db.find({
    collection: 'import-blocks',
    where: { import: { equals: importId } },
    sort: 'position',
    pagination: false,
    req,
  })
  return docs as unknown as ImportBlock[]
}

function stretches(rows: SourceRow[]): { start: number; end: number }[] {
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
  return row.cells.reduce((sum, cell) => sum + cell.length, 300)
}
