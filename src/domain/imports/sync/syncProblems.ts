import type { CaseFieldName } from '../../cases/caseFields'
import type { CaseValues } from '../../cases/caseValues'
import type { Problem } from '../../problem'
import type { CaseChange, SourceRow } from '../planItem'
import { comparableValue } from './syncCell'

const maxShown = 200

/** What is wrong with, or to be decided on, a row of the sync workbook. */
export const syncProblems = { unknownFallId, repeated, conflicts }

/** There is no such case, or no longer. */
function unknownFallId({ fallId = '' }: SourceRow): Problem {
  return { level: 'error', code: 'unknownFallId', field: 'fallId', value: fallId.slice(0, maxShown) }
}

/** The Fall-ID stands in an earlier row: of the same words a warning, of others an error. */
function repeated({ source, first }: { source: SourceRow; first: SourceRow }): Problem {
  const isSame = contentOf(source) === contentOf(first)
  const params = { place: first.sheet === undefined ? String(first.row) : `${first.row} (${first.sheet})` }
  const value = (source.fallId ?? '').slice(0, maxShown)
  return isSame
    ? { level: 'warning', code: 'repeatedRow', field: 'fallId', value, params }
    : { level: 'error', code: 'repeatedFallId', field: 'fallId', value, params }
}

function contentOf({ data, sync }: SourceRow): string {
  return JSON.stringify([data, sync])
}

/** Each conflict with the three values; before them, where nobody knows the base, that it is so. */
function conflicts({
  source,
  changes,
  conflicts: fields,
  base,
}: {
  source: SourceRow
  changes: readonly CaseChange[]
  conflicts: readonly CaseFieldName[]
  base: CaseValues | null
}): Problem[] {
  const problems = changes
    .filter(({ field }) => fields.includes(field))
    .map((change): Problem => {
      const { field } = change
      const shown = (value: CaseChange['old'] | undefined) =>
        comparableValue({ field, value }).slice(0, maxShown)
      const params = { base: base ? shown(base[field]) : '?', database: shown(change.old) }
      return { level: 'warning', code: 'syncConflict', field, value: shown(change.new), params }
    })
  const stand = source.sync?.stand ?? null
  return problems.length > 0 && !base
    ? [{ level: 'warning', code: 'unknownStand', field: 'stand', value: stand }, ...problems]
    : problems
}
