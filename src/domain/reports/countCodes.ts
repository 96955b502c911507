import type { IcdCount } from './cube'

/** How many cases have the same codes; `icd` is a case's codes as the rules write them (`C50.1, C79.5`). */
export type IcdGroup = { icd: string; count: number }

/** How often each code stands in the cases, each counted once per case; sorted by code. */
export function countCodes(groups: readonly IcdGroup[]): IcdCount[] {
  const counts = new Map<string, number>()
  for (const { icd, count } of groups) {
    for (const code of icd.includes(',') ? new Set(icd.split(', ')) : [icd])
      counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
}
