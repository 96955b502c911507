import { type CaseFieldName, caseFieldNames, caseFields } from '../../../domain/cases/caseFields'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { readDay, showDay } from '../../fields/readDay'

type Scalar = string | number | boolean | null

/** The fields of a row that a form shows first: what is wrong, what was corrected, what is needed, what the row has. */
export function fieldsOfRow({
  item,
  correctable,
}: {
  item: PlanItemOut
  correctable: readonly string[]
}): CaseFieldName[] {
  const named = new Set(item.problems.map(({ field }) => field))
  const isWanted = (field: CaseFieldName) => {
    const value = item.data[field] ?? null
    const isFilled = value !== null && value !== '' && value !== false
    const isRequired = 'isRequired' in caseFields[field]
    return named.has(field) || isFilled || isRequired || field in (item.corrections ?? {})
  }
  // Where a row is from is nothing that a file can have wrong.
  const fields = caseFieldNames.filter((field) => correctable.includes(field) && field !== 'quelle')
  return fields.filter(isWanted).sort((left, right) => Number(named.has(right)) - Number(named.has(left)))
}

/** What stands in a field's input: the value as a person types it, or what could not be read in its place. */
export function typedValue({ item, field }: { item: PlanItemOut; field: CaseFieldName }): string {
  const value = item.data[field] ?? null
  if (value === null) return isChosen(field) ? '' : (unreadable({ item, field }) ?? '')
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return caseFields[field].kind === 'day' ? showDay(String(value)) : String(value)
}

/** What the file says where nothing could be read. */
export function unreadable({ item, field }: { item: PlanItemOut; field: CaseFieldName }): string | null {
  return item.problems.find((problem) => problem.field === field && problem.level === 'error')?.value ?? null
}

/** Whether a field's values are chosen from a list. */
export function isChosen(field: CaseFieldName): boolean {
  const { kind } = caseFields[field]
  return kind === 'choice' || kind === 'boolean'
}

/** What is sent for what was typed: a day as `YYYY-MM-DD`; what is no day goes as it is, to be refused with its reason. */
export function correctionOf({
  field,
  typed,
  today,
}: {
  field: CaseFieldName
  typed: string
  today: string
}): Scalar {
  const text = typed.trim()
  if (text === '') return null
  const { kind } = caseFields[field]
  if (kind === 'boolean') return text === 'ja'
  if (kind !== 'day') return text
  const twoDigitYears = field === 'geburtsdatum' ? 'birth' : 'this century'
  return readDay({ text, twoDigitYears, today }) ?? text
}
