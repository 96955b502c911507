import type { TextEncoding } from './decodeText'
import type { FileFailure } from './fileFailure'
import type { SourceRow } from './planItem'

/** How a CSV file was written. */
export type CsvFormat = { encoding: TextEncoding; hasMark: boolean; separator: string }

/** How a workbook was written: by sheet its rows of titles, and what its days count from. */
export type WorkbookFormat = {
  is1904: boolean
  sheets: readonly { name: string; header: readonly (readonly string[])[] }[]
}

/** How a file was written, so that rows can be given back the same way. */
export type FileFormat = CsvFormat | WorkbookFormat

/** The rows of a file and its columns, or why it cannot be read. */
export type ParsedFile =
  | { ok: true; columns: string[]; format: FileFormat; rows: SourceRow[] }
  | { ok: false; failure: FileFailure }
