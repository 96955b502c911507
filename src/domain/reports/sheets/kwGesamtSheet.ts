import { type Comparison, type Kennzahl, kennzahlen, share } from '../comparison'
import type { CubeCell } from '../cube'
import type { CellPlace, SheetCell, SheetModel } from '../sheetModel'
import { createCounter } from './createCounter'

const titles: Record<Kennzahl, string> = {
  erstberatungen: 'Erstberatungen',
  unterlagen: 'Unterlagen',
  ablehnungen: 'Ablehnung',
  keineRueckmeldung: 'Keine Rückmeldung',
  gutachten: 'Gutachten',
}

const firstComparisonRow = 3
const headerRow = 10

type YearOverview = { jahr: number; kw: number; cube: readonly CubeCell[]; comparison: Comparison }

/** Sheet 1, `Auswertung KW gesamt`: year against year, then the figures of each week, `Gesamt` and `in %` (SPEC §6). */
export function kwGesamtSheet({ jahr, kw, cube, comparison }: YearOverview): SheetModel {
  const rows = [...comparisonRows({ jahr, comparison }), ...weekRows({ kw, cube })]
  return {
    title: 'Auswertung KW gesamt',
    rows,
    percentCells: [...comparisonPercents(comparison), ...lastRowPercents(rows.length)],
    boldRows: [1, 2, headerRow, rows.length - 1, rows.length],
    merges: [],
    frozenRows: headerRow,
    repeatedFrom: headerRow,
    columnWidths: [20, 16, 14, 14, 19, 14],
  }
}

/** Rows 1 to 9. */
function comparisonRows({ jahr, comparison }: Pick<YearOverview, 'jahr' | 'comparison'>): SheetCell[][] {
  return [
    ['Gesamtübersicht'],
    [null, jahr, '%', comparison.jahr, '%', 'Veränderung'],
    ...comparison.rows.map(comparisonRow),
    ...noteRows(comparison),
  ]
}

/** Row 10 and on. */
function weekRows({ kw, cube }: Pick<YearOverview, 'kw' | 'cube'>): SheetCell[][] {
  const count = createCounter({ cube, bisKw: kw })
  const figures = (week: number | null) => kennzahlen.map((kennzahl) => count(week)[kennzahl])
  const total = count(null)
  return [
    ['KW', ...kennzahlen.map((kennzahl) => titles[kennzahl])],
    ...Array.from({ length: kw }, (_, index) => [index + 1, ...figures(index + 1)]),
    ['Gesamt', ...figures(null)],
    ['in %', ...kennzahlen.map((kennzahl) => share(total[kennzahl], total.erstberatungen))],
  ]
}

function comparisonRow(row: Comparison['rows'][number]): SheetCell[] {
  const { kennzahl, aktuell, anteilAktuell, vorjahr, anteilVorjahr, veraenderung } = row
  return [titles[kennzahl], aktuell, anteilAktuell, vorjahr, anteilVorjahr, veraenderung ?? '–']
}

/** Rows 8 and 9 say where the earlier counts are not simply those of the same weeks' cases. */
function noteRows({ jahr, quelle, wocheOhnePartner }: Comparison): SheetCell[][] {
  const notes: string[] = []
  if (quelle === 'import') notes.push(`Zahlen für ${jahr} aus importierten Jahresübersichten.`)
  if (quelle === 'none') notes.push(`Für dieselben Wochen von ${jahr} liegen keine Zahlen vor.`)
  if (wocheOhnePartner !== null)
    notes.push(`KW 53 hat in ${jahr} keine Entsprechung; verglichen wird mit KW 1 bis 52.`)
  return [0, 1].map((row) => notes.slice(row, row + 1))
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
