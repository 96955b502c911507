/** How many cases took a number of days. */
export type DayCount = { tage: number; count: number }

/** How long it took: the cases measured, the median and the 90 % quantile in days to one decimal; `null` of no case. */
export type Spread = { faelle: number; median: number | null; p90: number | null }

/** The spread of days, in whatever order they come. */
export function spreadOf(counts: readonly DayCount[]): Spread {
  const sorted = counts.filter(({ count }) => count > 0).sort((left, right) => left.tage - right.tage)
  return {
    faelle: sorted.reduce((sum, { count }) => sum + count, 0),
    median: rounded(quantileOf({ sorted, share: 0.5 })),
    p90: rounded(quantileOf({ sorted, share: 0.9 })),
  }
}

/**
 * The days that a share of the cases stays within, in a straight line between two neighbours: what Excel's QUANTIL.INKL
 * says of the same days, its median for a half. `sorted` are the days in ascending order, each with a case.
 */
export function quantileOf({ sorted, share }: { sorted: readonly DayCount[]; share: number }): number | null {
  const cases = sorted.reduce((sum, { count }) => sum + count, 0)
  if (cases === 0) return null
  const place = share * (cases - 1)
  const lower = daysAt(sorted, Math.floor(place))
  const upper = daysAt(sorted, Math.ceil(place))
  return lower + (upper - lower) * (place - Math.floor(place))
}

/** The days of the case at a place, counted from 0. */
function daysAt(sorted: readonly DayCount[], place: number): number {
  let passed = 0
  for (const { tage, count } of sorted) {
    passed += count
    if (place < passed) return tage
  }
  return sorted.at(-1)?.tage ?? 0
}

function rounded(days: number | null): number | null {
  return days === null ? null : Math.round(days * 10) / 10
}
