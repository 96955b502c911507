import { weeksInYear } from '../src/domain/calendar/isoWeek'
import { fallgruppeKeys } from '../src/domain/cases/caseFields'
import { caseFlags } from '../src/domain/cases/caseFlags'
import { buildCube } from '../src/domain/reports/buildCube'
import { compareYears } from '../src/domain/reports/comparison'
import type { FlagGroup, IcdCount } from '../src/domain/reports/cube'
import { berichtswesenSheets } from '../src/domain/reports/sheets/berichtswesenSheets'
import { totalCounts } from '../src/domain/reports/totalCounts'
import { writeWorkbook } from '../src/lib/xlsx/writeWorkbook'
import type { Measurement } from './measure'
import { medianMs } from './medianMs'

const jahr = 2026
const kw = weeksInYear(jahr)
const rounds = { runs: 15, warmUp: 3 }

/** How long the report of a full year of 53 weeks takes, from what the store counted to the workbook's bytes. */
export async function benchReports(): Promise<Measurement[]> {
  const courses = everyCourse()
  const typical = courses.filter((_, index) => index % 20 === 0)
  return [
    await measured({ name: 'report of a year, typical courses', groups: fullYear(typical) }),
    await measured({ name: 'report of a year, every possible course', groups: fullYear(courses) }),
  ]
}

async function measured({ name, groups }: { name: string; groups: FlagGroup[] }): Promise<Measurement> {
  const icdCounts = manyCodes()
  const value = await medianMs({
    ...rounds,
    work: () =>
      writeWorkbook({
        sheets: reportSheets({ groups, icdCounts }),
        title: `Berichtswesen ${jahr} KW${kw}`,
        createdAt: new Date(0),
      }),
  })
  return { name: `${name} (${groups.length} counted groups)`, value, unit: 'ms', target: '≤ 150 ms' }
}

function reportSheets({ groups, icdCounts }: { groups: FlagGroup[]; icdCounts: IcdCount[] }) {
  const cube = buildCube(groups)
  const current = totalCounts({ cube, bisKw: kw })
  const comparison = compareYears({ jahr, bisKw: kw, current, live: current, imported: null })
  return berichtswesenSheets({ jahr, kw, cube, comparison, icdCounts })
}

/** Cases with each of the flags in every week and group. */
function fullYear(flags: number[]): FlagGroup[] {
  return Array.from({ length: kw }, (_, index) => index + 1).flatMap((week) =>
    fallgruppeKeys.flatMap((fallgruppe) =>
      flags.map((flag, index) => ({ kw: week, fallgruppe, flags: flag, count: 1 + (index % 7) })),
    ),
  )
}

/** The flags of every course a case can take under the rules of SPEC §2: the most the store can count. */
function everyCourse(): number[] {
  const yesNo = [false, true]
  const before = yesNo.flatMap((unterlagen) =>
    yesNo.flatMap((ablehnung) => yesNo.map((abbruch) => ({ unterlagen, ablehnung, abbruch }))),
  )
  const types = [null, 'alternative', 'bestaetigung'] as const
  const opinions = types.flatMap((gutachtenTyp) => [
    { gutachten: true, gutachtenTyp, therapieaenderung: null },
    { gutachten: true, gutachtenTyp, therapieaenderung: 'nein' as const },
    ...yesNo.flatMap((taDiagnosekorrektur) =>
      yesNo.flatMap((taUnterversorgung) =>
        yesNo.map((taUebertherapie) => ({
          gutachten: true,
          gutachtenTyp,
          therapieaenderung: 'ja' as const,
          taDiagnosekorrektur,
          taUnterversorgung,
          taUebertherapie,
        })),
      ),
    ),
  ])
  return before.flatMap((course) => [{}, ...opinions].map((opinion) => caseFlags({ ...course, ...opinion })))
}

function manyCodes(): IcdCount[] {
  return Array.from({ length: 400 }, (_, index) => ({
    code: `C${String(index % 98).padStart(2, '0')}.${Math.floor(index / 98)}`,
    count: 1 + (index % 40),
  }))
}
