import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goldenReports } from '../../../tests/factories/goldenReports'
import type { SheetModel } from '../../domain/reports/sheetModel'
import { readWorkbook } from './read/readWorkbook'
import { writeWorkbook } from './writeWorkbook'

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
/** Every sheet, values as they show, separated by tabs. */
const shownAsCsv = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true,false,false,-1'

let folder: string

describe.skipIf(!hasLibreOffice)('LibreOffice, where it is installed,', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portal-libreoffice-'))
    for (const { name, sheets } of goldenReports) {
      const bytes = await writeWorkbook({ sheets, title: name, createdAt: new Date(0) })
      writeFileSync(join(folder, `${name}.xlsx`), bytes)
    }
    convert({ to: 'xlsx', into: 'again' })
    convert({ to: shownAsCsv, into: 'shown' })
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(goldenReports.map((report) => [report.name, report] as const))(
    'reads every cell of %s as it was written',
    async (name, { sheets }) => {
      const read = await readWorkbook({
        bytes: readFileSync(join(folder, 'again', `${name}.xlsx`)),
        wanted: () => true,
      })
      if (!read.ok) throw new Error(read.failure.code)
      expect(read.workbook.sheetNames).toEqual(sheets.map(({ title }) => title))
      for (const [index, { rows }] of read.workbook.sheets.entries())
        expect(dense(rows)).toEqual(filled(sheets[index]?.rows ?? []))
    },
  )

  test('shows counts as they are and shares in per cent with one digit', () => {
    const name = '2026-KW53-gegen-2025-ohne-KW53'
    const files = readdirSync(join(folder, 'shown')).filter((file) => file.startsWith(name))
    expect(files).toHaveLength(5)
    const [first] = files.filter((file) => file.includes('KW gesamt'))
    const lines = readFileSync(join(folder, 'shown', first ?? ''), 'utf8').split('\n')
    expect(lines.slice(1, 4)).toEqual([
      '\t2026\t%\t2025\t%\tVeränderung',
      'Erstberatungen\t8\t100.0%\t6\t100.0%\t33.3%',
      'Unterlagen\t6\t75.0%\t3\t50.0%\t100.0%',
    ])
    expect(lines[64]).toBe('in %\t100.0%\t75.0%\t25.0%\t12.5%\t50.0%')
  })
})

/** In a profile of its own, so that an open LibreOffice is left alone. */
function convert({ to, into }: { to: string; into: string }): void {
  const files = goldenReports.map(({ name }) => join(folder, `${name}.xlsx`))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, into), ...files]
  execFileSync('soffice', args, { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
}

type Cells = readonly unknown[]

/** The rows from 1 on without empty ends, as they were read. */
function dense(rows: readonly { row: number; cells: Cells }[]): Cells[] {
  const found = new Map(rows.map(({ row, cells }) => [row, cells]))
  return filled(Array.from({ length: rows.at(-1)?.row ?? 0 }, (_, index) => found.get(index + 1) ?? []))
}

/** Without what is empty at the end of each row; shares to 12 digits, which every program keeps. */
function filled(rows: readonly Cells[] | SheetModel['rows']): Cells[] {
  return rows.map((row) => {
    const last = row.findLastIndex((cell) => cell !== null)
    return row
      .slice(0, last + 1)
      .map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell))
  })
}
