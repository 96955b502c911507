import { type CaseFieldName, caseFieldNames, caseFields } from '../cases/caseFields'
import type { PlanItem } from './planItem'

/** Who and when: what only applying knows. */
const stamps: ReadonlySet<string> = new Set(
  caseFieldNames.filter((name) => ['moment', 'user', 'import'].includes(caseFields[name].kind)),
)

/** A row of a plan without the stamps of this hour, so that planning it again makes the same of it. */
export function previewedItem(item: PlanItem): PlanItem {
  const data: PlanItem['data'] = {}
  for (const name of Object.keys(item.data) as CaseFieldName[]) {
    const value = item.data[name]
    if (value !== undefined && !stamps.has(name)) data[name] = value
  }
  return { ...item, data }
}
