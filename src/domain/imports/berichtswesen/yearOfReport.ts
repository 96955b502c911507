import { cellText } from '../workbook/cellText'
import { titleKey } from '../workbook/titleKey'
import type { WorkbookRow } from '../workbook/workbook'
import { countedSheets } from './berichtswesenLayout'

/** Column B, where the year stands above the five figures. */
const yearAt = 1
const figures: ReadonlySet<string> = new Set(
  countedSheets[0]?.columns.flatMap(({ titles }) => titles.map(titleKey)),
)

/**
 * The year of a report: what stands in B2 of its first sheet (the first year in column B above the figures), else a
 * year in its title, else one in the file's name; `null` where none of them has one.
 */
export function yearOfReport({
  header,
  filename,
}: {
  header: readonly WorkbookRow[]
  filename: string
}): number | null {
  for (const { cells } of header) {
    const year = yearIn(cellText(cells[yearAt]))
    if (year !== null && !figures.has(titleKey(cellText(cells[0])))) return year
  }
  return yearIn(cellText(header[0]?.cells[0])) ?? yearIn(filename)
}

function yearIn(text: string): number | null {
  const match = /(?<!\d)(19|20|21)\d\d(?!\d)/.exec(text)
  return match ? Number(match[0]) : null
}
