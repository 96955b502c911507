import type { Problem } from '../../problem'
import { isSummaryColumn } from '../../reports/summaryColumns'
import type { RowValues, SourceRow } from '../planItem'
import { readCount } from './readCount'

/** A week with what an admin typed in place of its counts; problems that this settles are gone. */
export function correctedWeek({
  source,
  correction,
}: {
  source: SourceRow
  correction: Readonly<Record<string, unknown>>
}): { data: RowValues; problems: readonly Problem[] } {
  const fields = Object.keys(correction).filter(isSummaryColumn)
  const data = { ...source.data }
  const problems = source.problems.filter(({ field }) => !fields.some((corrected) => corrected === field))
  for (const field of fields) {
    const raw = correction[field]
    const reading = readCount(typeof raw === 'number' ? raw : String(raw ?? ''))
    if (reading.ok) {
      data[field] = reading.count
      continue
    }
    const params = { sheet: source.sheet ?? '', row: source.row }
    problems.push({ level: 'error', code: reading.code, field, value: reading.value, params })
  }
  return { data, problems }
}
