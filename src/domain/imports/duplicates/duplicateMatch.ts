import type { DuplicateOf, DuplicateReason, ExistingCase, SourceRow } from '../planItem'

/** A case of the database, or an earlier row of the file. */
export type Known<Found = ExistingCase> =
  | { existing: Found; earlier: null }
  | { existing: null; earlier: SourceRow }

/** Where the same case stands already, or may stand, and why. */
export type DuplicateMatch = Known & { duplicateOf: DuplicateOf }

/** The match of a row with a case or an earlier row. */
export function duplicateMatch({
  known,
  certainty,
  reasons,
}: {
  known: Known
  certainty: DuplicateOf['certainty']
  reasons: DuplicateReason[]
}): DuplicateMatch {
  const { existing, earlier } = known
  const place = { caseId: existing?.id ?? null, row: earlier?.row ?? null, fallId: existing?.fallId ?? null }
  const sheet = earlier?.sheet === undefined ? {} : { sheet: earlier.sheet }
  return { ...known, duplicateOf: { ...place, ...sheet, certainty, reasons } }
}
