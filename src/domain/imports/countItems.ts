import type { PlanCounts, PlanItem } from './planItem'

/** How many rows go which way. `warnings` counts warnings, not rows, of the rows that are not in error. */
export function countItems(items: readonly PlanItem[]): PlanCounts {
  const counts: PlanCounts = {
    total: items.length,
    create: 0,
    update: 0,
    skip: 0,
    decide: 0,
    error: 0,
    warnings: 0,
  }
  for (const item of items) {
    counts[item.action] += 1
    if (item.action !== 'error')
      counts.warnings += item.problems.filter((problem) => problem.level === 'warning').length
  }
  return counts
}
