import Papa from 'papaparse'
import { encodeText } from '../encodeText'
import type { CsvFormat } from '../parsedFile'
import { escapeFormula } from '../workbook/escapeFormula'

/** Writes a table as the file it came in was written; no cell is a formula to a spreadsheet. */
export function writeCsv({
  columns,
  records,
  format: { separator, ...encoding },
}: {
  columns: readonly string[]
  records: readonly (readonly string[])[]
  format: CsvFormat
}): Uint8Array {
  const table = [columns, ...records].map((cells) => cells.map(escapeFormula))
  return encodeText({ text: Papa.unparse(table, { delimiter: separator, newline: '\r\n' }), ...encoding })
}
