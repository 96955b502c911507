import type { CalendarDate } from '../../calendar/calendarDate'
import { decodeText } from '../decodeText'
import { type FileFailure, fileFailure } from '../fileFailure'
import type { ParsedFile } from '../parsedFile'
import type { SourceRow } from '../planItem'
import { createCrmRowReader, crmColumns } from './createCrmRowReader'
import { readCsv, titleKey } from './readCsv'

const rowsPerPart = 2_000

/**
 * Reads the CRM's weekly export (`crm-csv`, SPEC §4), pausing between parts of it. `today` decides what a two-digit birth
 * year means.
 */
export function* parseCrmCsv({
  bytes,
  today,
}: {
  bytes: Uint8Array
  today: CalendarDate
}): Generator<undefined, ParsedFile> {
  const decoded = decodeText(bytes)
  if (!decoded.ok && decoded.code === 'damagedText') return { ok: false, failure: fileFailure('damagedText') }
  if (!decoded.ok || isOtherFormat(decoded.text)) return { ok: false, failure: fileFailure('notCsv') }
  yield
  const table = yield* readCsv({ text: decoded.text, wanted: crmColumns })
  if (!table.ok) return table
  const places = crmColumns.map((title) =>
    table.columns.findIndex((found) => titleKey(found) === titleKey(title)),
  )
  const missing = crmColumns.filter((_, index) => places[index] === -1)
  if (missing.length > 0) return { ok: false, failure: missingColumns({ missing, found: table.columns }) }
  const read = createCrmRowReader({ places, today })
  const rows: SourceRow[] = []
  for (const cells of table.records) {
    rows.push(read(cells, rows.length + 2))
    if (rows.length % rowsPerPart === 0) yield
  }
  return {
    ok: true,
    columns: table.columns,
    format: { encoding: decoded.encoding, hasMark: decoded.hasMark, separator: table.separator },
    rows,
  }
}

/** Texts that are plainly something else: documents, markup, data of other formats. */
function isOtherFormat(text: string): boolean {
  return /^(PK\u0003\u0004|%PDF|\{\s*"|\[\s*[{["]|<[!?a-zA-Z])/.test(text.slice(0, 200).trimStart())
}

/** A text without a separator and without any of the columns is no CSV at all. */
function missingColumns({ missing, found }: { missing: readonly string[]; found: string[] }): FileFailure {
  if (missing.length === crmColumns.length && found.length < 2) return fileFailure('notCsv')
  const shown = found.filter(Boolean).slice(0, 20).join(', ').slice(0, 500)
  return fileFailure('missingColumns', { columns: missing.join(', '), found: shown || '–' })
}
