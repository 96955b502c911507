import type { Fallgruppe } from '../cases/caseFields'
import { addCounts, emptyCounts } from './countsMath'
import type { Counts, CubeCell } from './cube'

/** The sum of the cube's cells of the weeks `vonKw` (1 unless told) to `bisKw`, of one group or of all. */
export function totalCounts({
  cube,
  vonKw = 1,
  bisKw,
  fallgruppe,
}: {
  cube: readonly CubeCell[]
  vonKw?: number
  bisKw: number
  fallgruppe?: Fallgruppe
}): Counts {
  const sum = emptyCounts()
  for (const cell of cube) {
    const isWanted =
      cell.kw >= vonKw && cell.kw <= bisKw && (fallgruppe === undefined || cell.fallgruppe === fallgruppe)
    if (isWanted) addCounts({ to: sum, counts: cell })
  }
  return sum
}
