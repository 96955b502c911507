import { readWorkbook } from '../../src/lib/xlsx/read/readWorkbook'
import { writeRows } from '../../src/lib/xlsx/writeRows'

/** A workbook with cells put in place of others, by “sheet/row/column” as a person counts them. */
export async function changedWorkbook({
  bytes,
  cells,
}: {
  bytes: Uint8Array
  cells: Readonly<Record<string, string | number | null>>
}): Promise<Uint8Array> {
  const read = await readWorkbook({ bytes, wanted: () => true })
  if (!read.ok) throw new Error(read.failure.code)
  const sheets = read.workbook.sheets.map(({ name, rows }, index) => {
    const all = Array.from({ length: rows.at(-1)?.row ?? 0 }, (_, at) => [
      ...(rows.find(({ row }) => row === at + 1)?.cells ?? []),
    ])
    for (const [place, value] of Object.entries(cells)) {
      const [sheet, row, column] = place.split('/').map(Number) as [number, number, number]
      const target = all[row - 1]
      if (sheet !== index + 1 || !target) continue
      while (target.length < column) target.push(null)
      target[column - 1] = value
    }
    return { name, header: [], rows: all }
  })
  return writeRows({ sheets, is1904: false })
}
