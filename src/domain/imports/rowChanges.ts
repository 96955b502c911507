import { type CaseFieldName, caseFieldNames, caseFields } from '../cases/caseFields'
import type { CaseValues } from '../cases/caseValues'
import type { FieldChange } from './planItem'

/** Fields that say where a case is from; an update leaves them alone. */
const origin: ReadonlySet<CaseFieldName> = new Set(['quelle', 'import'])

const updatable = caseFieldNames.filter((name) => !caseFields[name].isDerived && !origin.has(name))

/** What a row's filled cells would change in a case (SPEC §4: never an empty one), old → new. */
export function rowChanges({ data, before }: { data: CaseValues; before: CaseValues }): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of updatable) {
    const value = data[field]
    if (value === undefined || value === null || value === '') continue
    const old = before[field] ?? null
    if (old !== value && !(old === null && value === false)) changes.push({ field, old, new: value })
  }
  return changes
}

/** The new values of changes, by field. */
export function valuesOfChanges(changes: readonly FieldChange[]): CaseValues {
  return Object.fromEntries(changes.map((change) => [change.field, change.new])) as CaseValues
}
