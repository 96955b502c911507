import { fallgruppeKeys } from '../cases/caseFields'
import { countsOfFlags } from '../cases/caseFlags'
import { addCounts, emptyCounts } from './countsMath'
import type { CubeCell, FlagGroup } from './cube'

/** The cube of a year from what the store counted, by week and then by group in the order of the report. */
export function buildCube(groups: readonly FlagGroup[]): CubeCell[] {
  const cells = new Map<string, CubeCell>()
  for (const { kw, fallgruppe, flags, count } of groups) {
    const key = `${kw} ${fallgruppe}`
    const cell = cells.get(key) ?? { kw, fallgruppe, ...emptyCounts() }
    addCounts({ to: cell, counts: countsOfFlags(flags), times: count })
    cells.set(key, cell)
  }
  return [...cells.values()].sort(
    (left, right) =>
      left.kw - right.kw ||
      fallgruppeKeys.indexOf(left.fallgruppe) - fallgruppeKeys.indexOf(right.fallgruppe),
  )
}
