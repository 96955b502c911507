import ExcelJS from 'exceljs'
import type { PayloadRequest } from 'payload'
import type { CaseValue } from '../src/domain/cases/caseValues'
import { accountingOrder, accountingTitle } from '../src/domain/imports/accounting/accountingColumns'
import { confirmImport } from '../src/services/imports/confirmImport'
import { previewImport } from '../src/services/imports/previewImport'
import { createCase } from '../tests/factories/createCase'
import { createRandom } from '../tests/factories/random'
import type { Measurement } from './measure'

const years = [2026, 2025, 2024, 2023]
const rowsPerSheet = 5_000

/** Preview and confirm of an accounting workbook of 20,000 rows on four sheets, into whatever is there. */
export async function benchAccounting(req: PayloadRequest): Promise<Measurement[]> {
  const kind = 'abrechnung-xlsx'
  const bytes = await workbook()
  const start = performance.now()
  const { importId } = await previewImport({ req, kind, filename: 'bench.xlsx', bytes })
  const middle = performance.now()
  const { created } = await confirmImport({ req, kind, importId, decisions: {}, corrections: {} })
  const end = performance.now()
  const rows = years.length * rowsPerSheet
  if (created < 0.99 * rows) throw new Error(`Only ${created} of ${rows} rows were created.`)
  const size = `of an accounting workbook of ${rows.toLocaleString('en')} rows`
  return [
    { name: `preview ${size}`, value: middle - start, unit: 'ms', target: '≤ 6,000 ms' },
    { name: `confirm ${size}`, value: end - middle, unit: 'ms', target: '≤ 4,000 ms' },
  ]
}

async function workbook(): Promise<Uint8Array> {
  const random = createRandom(3)
  const file = new ExcelJS.Workbook()
  for (const year of years) {
    const sheet = file.addWorksheet(String(year))
    sheet.addRow(accountingOrder.map(accountingTitle))
    for (let row = 0; row < rowsPerSheet; row += 1) {
      const datum = `${year}-0${random.between(1, 9)}-1${random.between(0, 9)}`
      const values: Record<string, CaseValue | undefined> = createCase({ random, datum, ageInDays: 60 })
      sheet.addRow(accountingOrder.map((column) => (column === 'lfdNr' ? row + 1 : cellOf(values[column]))))
    }
  }
  return new Uint8Array(await file.xlsx.writeBuffer())
}

/** Days as real dates, as they stand in such workbooks; yes and no in words. */
function cellOf(value: CaseValue | undefined): ExcelJS.CellValue {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nein'
  if (typeof value !== 'string') return typeof value === 'number' ? value : null
  return /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : value
}
