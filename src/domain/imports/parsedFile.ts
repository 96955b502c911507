import type { FileFailure } from './fileFailure'
import type { SourceRow } from './planItem'

/** How a file was written, so that rows can be given back the same way; by sheet its rows of titles. */
export type FileFormat = { sheets?: readonly { name: string; header: readonly (readonly string[])[] }[] }

/** The rows of a file and its columns, or why it cannot be read. */
export type ParsedFile =
  | { ok: true; columns: string[]; format: FileFormat; rows: SourceRow[] }
  | { ok: false; failure: FileFailure }
