import type { RuledCase } from '../cases/applyCaseRules'
import type { CaseValues } from '../cases/caseValues'
import type { ExistingCase, PlanItem } from './planItem'

/** A stored case to be changed; `before` is what it held, `ruled` the changes and what follows from them. */
export type PlannedUpdate = {
  items: PlanItem[]
  existing: ExistingCase
  before: CaseValues
  ruled: RuledCase
}

/**
 * Gathers into `updates` what rows change in stored cases, after what stands there already; rows of the same case become
 * one write.
 */
export function createPlannedUpdates(updates: PlannedUpdate[]) {
  const byCase = new Map(updates.map((update) => [update.existing.id, update]))
  return {
    /** What a stored case holds after the rows before this one. */
    currentValues: ({ id, values }: ExistingCase): CaseValues =>
      Object.assign({}, values, byCase.get(id)?.ruled.values),
    note({ existing, item, ruled }: { existing: ExistingCase; item: PlanItem; ruled: RuledCase }): void {
      const known = byCase.get(existing.id)
      if (known) {
        known.items.push(item)
        known.ruled = merged(known.ruled, ruled)
        return
      }
      const update = { items: [item], existing, before: existing.values, ruled }
      byCase.set(existing.id, update)
      updates.push(update)
    },
  }
}

/** What is written of a case that is changed twice. */
export function merged(first: RuledCase, second: RuledCase): RuledCase {
  return { ...second, values: Object.assign({}, first.values, second.values) }
}
