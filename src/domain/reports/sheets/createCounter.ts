import type { Fallgruppe } from '../../cases/caseFields'
import type { Counts, CubeCell } from '../cube'
import { totalCounts } from '../totalCounts'

/** Answers the counts of one week, or with `null` of the weeks 1…`bisKw`, of one group or of all; each summed once. */
export function createCounter({
  cube,
  bisKw,
  fallgruppe,
}: {
  cube: readonly CubeCell[]
  bisKw: number
  fallgruppe?: Fallgruppe
}): (kw: number | null) => Counts {
  const known = new Map<number | null, Counts>()
  return (kw) => {
    const counts = known.get(kw) ?? totalCounts({ cube, vonKw: kw ?? 1, bisKw: kw ?? bisKw, fallgruppe })
    known.set(kw, counts)
    return counts
  }
}
