import { type Fallgruppe, fallgruppeKeys } from '../../cases/caseFields'
import type { CubeCell } from '../cube'
import { totalCounts } from '../totalCounts'

/** What became of the opinions of a group; where nothing is coded (yet), the parts are fewer than the opinions. */
export type Outcome = {
  fallgruppe: Fallgruppe
  gutachten: number
  bestaetigung: number
  alternative: number
  taJa: number
  taNein: number
}

/** The outcomes of each group in the weeks 1…`bisKw`, from the cube. */
export function outcomesOf({ cube, bisKw }: { cube: readonly CubeCell[]; bisKw: number }): Outcome[] {
  return fallgruppeKeys.map((fallgruppe) => {
    const { gutachten, bestaetigung, alternative, taJa, taNein } = totalCounts({ cube, bisKw, fallgruppe })
    return { fallgruppe, gutachten, bestaetigung, alternative, taJa, taNein }
  })
}
