import { type Counts, cubeCounts } from './cube'

/** Counts of no case. */
export function emptyCounts(): Counts {
  return Object.fromEntries(cubeCounts.map((name) => [name, 0])) as Counts
}

/** Adds counts, each `times` over, to a sum that is changed. */
export function addCounts({ to, counts, times = 1 }: { to: Counts; counts: Counts; times?: number }): Counts {
  for (const name of cubeCounts) to[name] += counts[name] * times
  return to
}
