import { fallgruppeKeys } from '../cases/caseFields'
import { countsOfFlags } from '../cases/caseFlags'
import { addCounts, emptyCounts } from './countsMath'
import type { Counts, CubeCell, FlagGroup } from './cube'

/** The cube of a year from what the store counted, by week and then by group in the order of the report. */
export function buildCube(groups: readonly FlagGroup[]): CubeCell[] {
  const cells = new Map<string, CubeCell>()
  const countsOf = createFlagCounter()
  for (const { kw, fallgruppe, flags, count } of groups) {
    const key = `${kw} ${fallgruppe}`
    const cell = cells.get(key) ?? { kw, fallgruppe, ...emptyCounts() }
    addCounts({ to: cell, counts: countsOf(flags), times: count })
    cells.set(key, cell)
  }
  return [...cells.values()].sort(
    (left, right) =>
      left.kw - right.kw ||
      fallgruppeKeys.indexOf(left.fallgruppe) - fallgruppeKeys.indexOf(right.fallgruppe),
  )
}

/** The same few flags come back in every week and group: each is unpacked once. */
function createFlagCounter(): (flags: number) => Counts {
  const known = new Map<number, Counts>()
  return (flags) => {
    const counts = known.get(flags) ?? countsOfFlags(flags)
    known.set(flags, counts)
    return counts
  }
}
