import { type Comparison, type Kennzahl, kennzahlen, share } from '../comparison'
import type { CubeCell } from '../cube'
import type { CellPlace, SheetCell, SheetModel } from '../sheetModel'
import { totalCounts } from '../totalCounts'

const titles: Record<Kennzahl, string> = {
  erstberatungen: 'Erstberatungen',
  unterlagen: 'Unterlagen',
  ablehnungen: 'Ablehnung',
  keineRueckmeldung: 'Keine Rückmeldung',
  gutachten: 'Gutachten',
}

const firstComparisonRow = 3
const headerRow = 10

/** Sheet 1, `Auswertung KW gesamt`: year against year, then the figures of each week, `Gesamt` and `in %` (SPEC §6). */
export function kwGesamtSheet({
  jahr,
  kw,
  cube,
  comparison,
}: {
  jahr: number
  kw: number
  cube: readonly CubeCell[]
  comparison: Comparison
}): SheetModel {
  const weeks = Array.from({ length: kw }, (_, index) => index + 1)
  const total = totalCounts({ cube, bisKw: kw })
  const rows: SheetCell[][] = [
    ['Gesamtübersicht'],
    [null, jahr, '%', comparison.jahr, '%', 'Veränderung'],
    ...comparison.rows.map(comparisonRow),
    note(comparison),
    [],
    ['KW', ...kennzahlen.map((kennzahl) => titles[kennzahl])],
    ...weeks.map((week): SheetCell[] => {
      const counts = totalCounts({ cube, vonKw: week, bisKw: week })
      return [week, ...kennzahlen.map((kennzahl) => counts[kennzahl])]
    }),
    ['Gesamt', ...kennzahlen.map((kennzahl) => total[kennzahl])],
    ['in %', ...kennzahlen.map((kennzahl) => share(total[kennzahl], total.erstberatungen))],
  ]
  return {
    title: 'Auswertung KW gesamt',
    rows,
    percentCells: [...comparisonPercents(comparison), ...lastRowPercents(rows.length)],
    boldRows: [1, 2, headerRow, rows.length - 1, rows.length],
    merges: [],
    frozenRows: headerRow,
    columnWidths: [20, 16, 14, 19, 14, 14],
  }
}

function comparisonRow(row: Comparison['rows'][number]): SheetCell[] {
  const { kennzahl, aktuell, anteilAktuell, vorjahr, anteilVorjahr, veraenderung } = row
  return [titles[kennzahl], aktuell, anteilAktuell, vorjahr, anteilVorjahr, veraenderung ?? '–']
}

/** Where the earlier counts are not simply the same weeks' cases, the sheet says so below the comparison. */
function note({ jahr, quelle, wocheOhnePartner }: Comparison): SheetCell[] {
  const parts: string[] = []
  if (quelle === 'import') parts.push(`Zahlen für ${jahr} aus importierten Jahresübersichten.`)
  if (wocheOhnePartner !== null)
    parts.push(`KW 53 hat in ${jahr} keine Entsprechung; verglichen wird mit KW 1 bis 52.`)
  return parts.length > 0 ? [parts.join(' ')] : []
}

function comparisonPercents(comparison: Comparison): CellPlace[] {
  return comparison.rows.flatMap((row, index) => {
    const columns = row.veraenderung === null ? [3, 5] : [3, 5, 6]
    return columns.map((column) => ({ row: firstComparisonRow + index, column }))
  })
}

function lastRowPercents(row: number): CellPlace[] {
  return kennzahlen.map((_, index) => ({ row, column: index + 2 }))
}
