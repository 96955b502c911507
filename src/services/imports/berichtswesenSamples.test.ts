import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubes } from '../../../tests/factories/cubes'
import { weeksInYear } from '../../domain/calendar/isoWeek'
import { fallgruppeKeys } from '../../domain/cases/caseFields'
import { parseBerichtswesen } from '../../domain/imports/berichtswesen/parseBerichtswesen'
import type { RowValues } from '../../domain/imports/planItem'
import { compareYears } from '../../domain/reports/comparison'
import type { Counts, CubeCell } from '../../domain/reports/cube'
import { berichtswesenSheets } from '../../domain/reports/sheets/berichtswesenSheets'
import { totalCounts } from '../../domain/reports/totalCounts'
import { readWorkbook } from '../../lib/xlsx/read/readWorkbook'
import { writeWorkbook } from '../../lib/xlsx/writeWorkbook'

const samples = new URL('../../../tests/fixtures/samples/', import.meta.url)
const { berichtswesen } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))

async function parsed({ bytes, filename }: { bytes: Uint8Array; filename: string }) {
  const read = await readWorkbook({ bytes, wanted: () => true })
  if (!read.ok) throw new Error(read.failure.code)
  const file = parseBerichtswesen({ workbook: read.workbook, filename })
  if (!file.ok) throw new Error(JSON.stringify(file.failure))
  return file.rows
}

test('the workbook of the samples gives every number of its 52 weeks', async () => {
  const bytes = readFileSync(new URL(berichtswesen.file, samples))
  const rows = await parsed({ bytes, filename: berichtswesen.file })
  const numbers = rows.map(({ data }) => berichtswesen.columns.map((name: keyof RowValues) => data[name]))
  expect(numbers).toEqual(berichtswesen.rows)
  expect(rows.flatMap(({ problems }) => problems)).toEqual([])
})

describe('a workbook that the portal wrote', () => {
  const years = fc.integer({ min: 2010, max: 2032 })
  const reports = fc.tuple(years, fc.integer({ min: 1, max: 53 })).chain(([jahr, week]) => {
    const kw = Math.min(week, weeksInYear(jahr))
    return fc.record({
      jahr: fc.constant(jahr),
      kw: fc.constant(kw),
      cube: cubes({ bisKw: kw, maxLength: 60 }),
      icdCounts: fc.constant([{ code: 'C50.1', count: 3 }]),
    })
  })

  test('is read as exactly what the cube says, whatever the cases, in years of 52 and of 53 weeks', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async ({ jahr, kw, cube, icdCounts }) => {
        const current = totalCounts({ cube, bisKw: kw })
        const comparison = compareYears({ jahr, bisKw: kw, current, live: current, imported: null })
        const sheets = berichtswesenSheets({ jahr, kw, cube, comparison, icdCounts })
        const bytes = await writeWorkbook({ sheets, title: 'x', createdAt: new Date(0) })
        const rows = await parsed({ bytes, filename: 'x.xlsx' })
        expect(rows.map(({ data }) => data)).toEqual(
          Array.from({ length: kw }, (_, index) => weekOf({ jahr, kw: index + 1, cube })),
        )
        expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: kw }, (_, index) => 11 + index))
        expect(rows.flatMap(({ problems }) => problems)).toEqual([])
      }),
      {
        numRuns: 15,
        examples: [[{ jahr: 2026, kw: 53, cube: [], icdCounts: [{ code: 'C50.1', count: 3 }] }]],
      },
    )
  })
})

/** What `yearly-summaries` would say of a week, straight from the cube. */
function weekOf({ jahr, kw, cube }: { jahr: number; kw: number; cube: CubeCell[] }): RowValues {
  const counts = (fallgruppe?: (typeof fallgruppeKeys)[number]): Counts =>
    totalCounts({ cube, vonKw: kw, bisKw: kw, fallgruppe })
  const all = counts()
  const week: RowValues = {
    jahr,
    kw,
    erstberatungen: all.erstberatungen,
    unterlagen: all.unterlagen,
    ablehnungen: all.ablehnungen,
    keineRueckmeldung: all.keineRueckmeldung,
    gutachten: all.gutachten,
    gutachtenAlternative: all.alternative,
    gutachtenBestaetigung: all.bestaetigung,
    taJa: all.taJa,
    taNein: all.taNein,
    taDiagnosekorrektur: all.diagnosekorrektur,
    taUnterversorgung: all.unterversorgung,
    taUebertherapie: all.uebertherapie,
  }
  for (const group of fallgruppeKeys) {
    const own = counts(group)
    week[`${group}Anzahl`] = own.erstberatungen
    week[`${group}Gutachten`] = own.gutachten
    week[`${group}KeineRueckmeldungAblehnung`] = own.keineRueckmeldung + own.ablehnungen
    week[`${group}Alternative`] = own.alternative
    week[`${group}Bestaetigung`] = own.bestaetigung
  }
  return week
}
