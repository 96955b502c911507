import type { PayloadRequest } from 'payload'
import type { CaseValues } from '../../domain/cases/caseValues'
import type { PlanItem } from '../../domain/imports/planItem'
import { rowKey } from '../../domain/imports/rowKey'
import { storeOf } from '../../store/storeOf'
import { loadPlanBlocks } from './importBlocks'

/** What the case holds that a row may be the same as, or the earlier row of the file, by the row's key. */
export async function casesBeside({
  req,
  importId,
  items,
}: {
  req: PayloadRequest
  importId: string
  items: readonly PlanItem[]
}): Promise<Map<string, CaseValues>> {
  const duplicates = items.flatMap(({ duplicateOf, ...item }) =>
    duplicateOf ? [{ key: rowKey(item), ...duplicateOf }] : [],
  )
  const ids = new Set(duplicates.flatMap(({ caseId }) => caseId ?? []))
  const cases = ids.size > 0 ? await storeOf(req.payload).findByIds([...ids]) : []
  const byId = new Map(cases.map(({ id, values }) => [id, values]))
  const rows = duplicates.flatMap(({ row, sheet, caseId }) =>
    row === null || caseId ? [] : [{ row, sheet }],
  )
  const byRow = await dataOfRows({ req, importId, rows })
  const beside = new Map<string, CaseValues>()
  for (const { key, caseId, row, sheet } of duplicates) {
    const values = caseId ? byId.get(caseId) : row === null ? undefined : byRow.get(rowKey({ row, sheet }))
    if (values) beside.set(key, values)
  }
  return beside
}

type Row = { row: number; sheet?: string }

async function dataOfRows({
  req,
  importId,
  rows,
}: {
  req: PayloadRequest
  importId: string
  rows: readonly Row[]
}): Promise<Map<string, CaseValues>> {
  if (rows.length === 0) return new Map()
  const places = await loadPlanBlocks({ req, importId, parts: ['counts', 'sheet'] })
  const positions = places
    .filter(({ counts: { firstRow, lastRow }, sheet }) =>
      rows.some(
        (wanted) =>
          (wanted.sheet ?? null) === (sheet ?? null) && firstRow <= wanted.row && wanted.row <= lastRow,
      ),
    )
    .map(({ position }) => position)
  const blocks = await loadPlanBlocks({ req, importId, parts: ['items'], positions })
  const keys = new Set(rows.map(rowKey))
  const found = blocks.flatMap(({ items }) => items.filter((item) => keys.has(rowKey(item))))
  return new Map(found.map((item) => [rowKey(item), item.data]))
}
