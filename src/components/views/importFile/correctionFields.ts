import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { readDay, showDay } from '../../fields/readDay'
import type { RowField } from './rowFields'

type Scalar = string | number | boolean | null

/** The fields of a row that a form shows first: what is wrong, what was corrected, what is needed, what the row has. */
export function fieldsOfRow({
  item,
  correctable,
}: {
  item: PlanItemOut
  correctable: readonly RowField[]
}): RowField[] {
  const named = new Set(item.problems.map(({ field }) => field))
  const isWanted = ({ name, kind, isRequired }: RowField) => {
    const value = item.data[name] ?? null
    const isFilled = kind !== 'number' && value !== null && value !== '' && value !== false
    return named.has(name) || isFilled || isRequired || name in (item.corrections ?? {})
  }
  return offered(correctable)
    .filter(isWanted)
    .sort((left, right) => Number(named.has(right.name)) - Number(named.has(left.name)))
}

/** What a form can show: where a row is from is nothing that a file can have wrong. */
export function offered(correctable: readonly RowField[]): RowField[] {
  return correctable.filter(({ name }) => name !== 'quelle')
}

/** What stands in a field's input: the value as a person types it, or what could not be read in its place. */
export function typedValue({ item, field }: { item: PlanItemOut; field: RowField }): string {
  const value = item.data[field.name] ?? null
  if (value === null) return isChosen(field) ? '' : (unreadable({ item, field }) ?? '')
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return field.kind === 'day' ? showDay(String(value)) : String(value)
}

/** What the file says where nothing could be read. */
export function unreadable({ item, field }: { item: PlanItemOut; field: RowField }): string | null {
  const found = item.problems.find((problem) => problem.field === field.name && problem.level === 'error')
  return found?.value ?? null
}

/** Whether a field's values are chosen from a list. */
export function isChosen({ kind }: RowField): boolean {
  return kind === 'choice' || kind === 'boolean'
}

/** What is sent for what was typed: a day as `YYYY-MM-DD`; what is no day goes as it is, to be refused with its reason. */
export function correctionOf({
  field: { name, kind },
  typed,
  today,
}: {
  field: RowField
  typed: string
  today: string
}): Scalar {
  const text = typed.trim()
  if (text === '') return null
  if (kind === 'boolean') return text === 'ja'
  if (kind !== 'day') return text
  const twoDigitYears = name === 'geburtsdatum' ? 'birth' : 'this century'
  return readDay({ text, twoDigitYears, today }) ?? text
}
