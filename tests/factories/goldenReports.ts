import { readFileSync } from 'node:fs'
import type { CalendarDate } from '../../src/domain/calendar/calendarDate'
import { isoWeekOf } from '../../src/domain/calendar/isoWeek'
import { type Fallgruppe, fallgruppeKeys } from '../../src/domain/cases/caseFields'
import { caseFlags } from '../../src/domain/cases/caseFlags'
import { buildCube } from '../../src/domain/reports/buildCube'
import { compareYears } from '../../src/domain/reports/comparison'
import { countCodes } from '../../src/domain/reports/countCodes'
import { emptyCounts } from '../../src/domain/reports/countsMath'
import type { Counts, CubeCell, IcdCount } from '../../src/domain/reports/cube'
import type { SheetModel } from '../../src/domain/reports/sheetModel'
import { berichtswesenSheets } from '../../src/domain/reports/sheets/berichtswesenSheets'
import { totalCounts } from '../../src/domain/reports/totalCounts'

/** Day, group, what happened, codes: a few cases of four years, whose reports can be counted by hand. */
const cases = `
  2024-12-29 onko unterlagen gutachten bestaetigung nein · C50.1
  2024-12-30 kardio unterlagen
  2025-01-05 onko
  2025-01-06 onko unterlagen gutachten alternative ja unterversorgung uebertherapie · C50.1, C79.5
  2025-01-12 sd ablehnung
  2025-01-19 intensiv abbruch
  2025-12-28 galle unterlagen gutachten
  2025-12-29 onko unterlagen gutachten alternative ja diagnosekorrektur · C50, C50.1
  2026-01-02 onko · C61
  2026-01-04 kardio unterlagen
  2026-02-02 galle ablehnung unterlagen
  2026-02-08 sd unterlagen gutachten bestaetigung nein
  2026-12-27 intensiv unterlagen gutachten bestaetigung ja uebertherapie
  2026-12-28 onko unterlagen gutachten bestaetigung nein · C50
  2027-01-03 onko ablehnung · C20
  2027-01-04 sd
`
  .trim()
  .split('\n')
  .map(readCase)

/** Reports whose every cell is kept in `tests/fixtures/golden`. */
export const goldenReports: { name: string; sheets: SheetModel[] }[] = [
  ...samples(),
  report({ name: '2026-KW53-gegen-2025-ohne-KW53', jahr: 2026, kw: 53 }),
  report({ name: '2025-KW03-gegen-leere-Wochen', jahr: 2025, kw: 3 }),
  report({
    name: '2027-KW01-gegen-importiertes-2026',
    jahr: 2027,
    kw: 1,
    imported: { ...emptyCounts(), erstberatungen: 8, unterlagen: 4, gutachten: 2 },
  }),
  report({ name: '2019-KW02-ohne-Faelle', jahr: 2019, kw: 2 }),
]

type Given = { name: string; jahr: number; kw: number; imported?: Counts | null }

function report({ name, jahr, kw, imported = null }: Given) {
  const cube = cubeOf(jahr)
  const onko = cases.filter((found) => found.fallgruppe === 'onko' && found.jahr === jahr && found.kw <= kw)
  const icdCounts = countCodes(onko.flatMap(({ icd }) => (icd ? [{ icd, count: 1 }] : [])))
  return sheetsOf({ name, jahr, kw, cube, before: cubeOf(jahr - 1), imported, icdCounts })
}

function cubeOf(jahr: number): CubeCell[] {
  return buildCube(cases.filter((found) => found.jahr === jahr).map((found) => ({ ...found, count: 1 })))
}

function sheetsOf({
  name,
  jahr,
  kw,
  cube,
  before,
  imported,
  icdCounts,
}: Given & { cube: CubeCell[]; before: CubeCell[]; icdCounts: IcdCount[] }) {
  const comparison = compareYears({
    jahr,
    bisKw: kw,
    current: totalCounts({ cube, bisKw: kw }),
    live: totalCounts({ cube: before, bisKw: kw }),
    imported: imported ?? null,
  })
  return { name, sheets: berichtswesenSheets({ jahr, kw, cube, comparison, icdCounts }) }
}

function readCase(line: string) {
  const [words = '', icd = null] = line.trim().split(' · ')
  const [day = '', group = '', ...course] = words.split(' ')
  const has = (word: string) => course.includes(word)
  const flags = caseFlags({
    unterlagen: has('unterlagen'),
    ablehnung: has('ablehnung'),
    abbruch: has('abbruch'),
    gutachten: has('gutachten'),
    gutachtenTyp: has('alternative') ? 'alternative' : has('bestaetigung') ? 'bestaetigung' : null,
    therapieaenderung: has('ja') ? 'ja' : has('nein') ? 'nein' : null,
    taDiagnosekorrektur: has('diagnosekorrektur'),
    taUnterversorgung: has('unterversorgung'),
    taUebertherapie: has('uebertherapie'),
  })
  const fallgruppe = fallgruppeKeys.find((key) => key === group) as Fallgruppe
  return { ...isoWeekOf(day as CalendarDate), fallgruppe, flags, icd }
}

/** The reports that the samples' `expected.json` speaks of. */
function samples() {
  const { abrechnung, reports } = JSON.parse(
    readFileSync(new URL('../fixtures/samples/expected.json', import.meta.url), 'utf8'),
  ) as {
    abrechnung: { cubeColumns: string[]; cube: (string | number)[][] }
    reports: { jahr: number; kw: number; icdOnko: Record<string, number> }[]
  }
  const cells = abrechnung.cube.map((row) =>
    Object.fromEntries(abrechnung.cubeColumns.map((name, index) => [name, row[index]])),
  )
  const sampleCube = (wanted: number) =>
    cells.filter(({ jahr }) => jahr === wanted).map(({ jahr: _, ...cell }) => cell as CubeCell)
  return reports.map(({ jahr, kw, icdOnko }) =>
    sheetsOf({
      name: `Beispiele-${jahr}-KW${String(kw).padStart(2, '0')}`,
      jahr,
      kw,
      cube: sampleCube(jahr),
      before: sampleCube(jahr - 1),
      icdCounts: Object.entries(icdOnko).map(([code, count]) => ({ code, count })),
    }),
  )
}
