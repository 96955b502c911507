import { checkIcdCodes, type IcdLookup } from '../icd/catalogue/checkIcdCodes'
import type { PlanItem } from './planItem'

/** Puts a warning at every row that would enter a code which the catalogue has something against (SPEC §3). */
export function warnOfIcdCodes({
  items,
  catalogue,
}: {
  items: readonly PlanItem[]
  catalogue: IcdLookup | null
}): void {
  if (!catalogue) return
  for (const item of items) {
    const warnings = entersIcd(item) ? checkIcdCodes({ icd: item.data.icd, catalogue }) : []
    // In place, for what is to be written points to the same items.
    if (warnings.length > 0) item.problems = [...item.problems, ...warnings]
  }
}

/** Codes that are stored already, or that a skipped row only repeats, are nobody's to correct here. */
function entersIcd({ action, changes }: PlanItem): boolean {
  if (action === 'skip' || action === 'update') return changes.some(({ field }) => field === 'icd')
  return true
}
