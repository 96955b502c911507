import type { FileFailure } from '../../../domain/imports/fileFailure'
import type { Workbook, WorkbookSheet } from '../../../domain/imports/workbook/workbook'
import { openArchive } from './openArchive'
import { readDateStyles } from './readDateStyles'
import { readParts } from './readParts'
import { readSharedStrings } from './readSharedStrings'
import { readSheet } from './readSheet'
import { WorkbookRefusal } from './workbookRefusal'

/** How many rows the sheets may have together (SPEC §4). */
const maxRows = 200_000

/** A workbook, or why it cannot be read. */
export type ReadWorkbook = { ok: true; workbook: Workbook } | { ok: false; failure: FileFailure }

/**
 * Reads the sheets that `wanted` names, hidden or not, of an .xlsx or .xlsm file: values only, no formula is computed
 * and nothing outside the file is looked at. Reads piece by piece, so other requests go on (see docs/decisions/013).
 */
export async function readWorkbook({
  bytes,
  wanted,
}: {
  bytes: Uint8Array
  wanted: (sheetName: string) => boolean
}): Promise<ReadWorkbook> {
  try {
    return { ok: true, workbook: await read({ bytes, wanted }) }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, failure: error.failure }
    throw error
  }
}

async function read({
  bytes,
  wanted,
}: {
  bytes: Uint8Array
  wanted: (sheetName: string) => boolean
}): Promise<Workbook> {
  refuseOtherFormats(bytes)
  const archive = await openArchive(bytes)
  const { sheets, is1904, ...parts } = await readParts(archive)
  const sharedStrings = await readSharedStrings({ archive, path: parts.sharedStrings })
  const dateStyles = await readDateStyles({ archive, path: parts.styles })
  const found: WorkbookSheet[] = []
  let left = maxRows
  for (const { name, path } of sheets.filter((sheet) => wanted(sheet.name))) {
    const rows = await readSheet({ archive, path, sharedStrings, dateStyles, is1904, maxRows: left })
    left -= rows.length
    found.push({ name, rows })
  }
  return { sheets: found, sheetNames: sheets.map(({ name }) => name), is1904 }
}

/** By their first bytes: nothing, no zip at all, and the container of old and of encrypted workbooks. */
function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookRefusal('emptyFile')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('hex')
  if (start === 'd0cf11e0a1b11ae1') {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
    throw new WorkbookRefusal(isEncrypted ? 'encryptedWorkbook' : 'notWorkbook')
  }
  if (!start.startsWith('504b')) throw new WorkbookRefusal('notWorkbook')
}
