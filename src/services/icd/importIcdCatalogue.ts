import type { PayloadRequest } from 'payload'
import { auditEntryOf } from '../../domain/audit/auditEntry'
import { isEnterable } from '../../domain/icd/catalogue/catalogueEntry'
import { catalogueYear, isCatalogueYear } from '../../domain/icd/catalogue/catalogueYear'
import { parseCatalogue } from '../../domain/icd/catalogue/parseCatalogue'
import { describeFileFailure, type FileFailure, fileFailure } from '../../domain/imports/fileFailure'
import { AppError } from '../../lib/appError'
import { languageOf } from '../../lib/language'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import { forgetIcdCatalogue } from './loadIcdCatalogue'

/** How many codes of a year were stored, how many are terminal, and how many can be entered without a warning. */
export type CatalogueImport = { year: number; total: number; terminal: number; enterable: number }

/**
 * Reads BfArM's catalogue and puts it in place of the one of its year, whole or not at all. The year is the one given,
 * else the one in the file's name; without either, or when a line is not as it should be, the file is refused.
 */
export async function importIcdCatalogue({
  req,
  filename,
  bytes,
  year: given,
}: {
  req: PayloadRequest
  filename: string
  bytes: Uint8Array
  year?: number
}): Promise<CatalogueImport> {
  const year = given ?? catalogueYear(filename)
  if (year === null || !isCatalogueYear(year)) {
    throw refused({ req, filename, failure: fileFailure('unknownCatalogueYear') })
  }
  const parsed = parseCatalogue(bytes)
  if (!parsed.ok) throw refused({ req, filename, failure: parsed.failure })
  const { entries } = parsed
  const origin = auditOrigin(req)
  const details = { total: entries.length }
  const event = { action: 'import', entityType: 'icd-catalogue', entityId: String(year), details } as const
  const audit = [auditEntryOf({ event, origin })]
  await storeOf(req.payload).replaceIcdCatalogue({ year, at: origin.at, entries, audit })
  forgetIcdCatalogue(req.payload)
  return {
    year,
    total: entries.length,
    terminal: entries.filter(({ terminal }) => terminal).length,
    enterable: entries.filter(isEnterable).length,
  }
}

function refused({
  req,
  filename,
  failure,
}: {
  req: PayloadRequest
  filename: string
  failure: FileFailure
}): AppError {
  const { status, code, params } = failure
  const message = `${filename}: ${describeFileFailure({ failure, language: languageOf(req) })}`
  return new AppError({ status, errors: [{ message, code, filename, ...params }] })
}
