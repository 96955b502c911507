import type { PayloadRequest } from 'payload'
import type { Corrections } from '../../domain/imports/draftRows'
import type { Decision, SourceRow } from '../../domain/imports/planItem'
import { rowKey } from '../../domain/imports/rowKey'
import { AppError, type ErrorEntry } from '../../lib/appError'
import { errorText } from '../../lib/errorTexts'
import { languageOf } from '../../lib/language'

/** Refuses decisions and corrections of rows the file does not have, and corrections of fields nobody may correct. */
export function ensureKnownRows({
  req,
  rows,
  decisions,
  corrections,
  canCorrect,
}: {
  req: PayloadRequest
  rows: readonly SourceRow[]
  decisions: ReadonlyMap<string, Decision>
  corrections: Corrections
  canCorrect: (field: string) => boolean
}): void {
  const known = new Set(rows.map(rowKey))
  const errors: ErrorEntry[] = []
  const refuse = (code: 'decisionRefused' | 'correctionRefused', row: string, value: string) => {
    const message = errorText({ code, language: languageOf(req), params: { row, value } })
    errors.push({ message, code, row, value })
  }
  for (const [key, decision] of decisions) if (!known.has(key)) refuse('decisionRefused', key, decision)
  for (const [key, fields] of corrections) {
    for (const field of Object.keys(fields)) {
      if (!known.has(key) || !canCorrect(field)) refuse('correctionRefused', key, field)
    }
  }
  if (errors.length > 0) throw new AppError({ status: 422, errors })
}
