import { type Fallgruppe, fallgruppeKeys, fallgruppen } from '../../cases/caseFields'
import type { CubeCell } from '../cube'
import type { SheetModel } from '../sheetModel'
import { createCounter } from './createCounter'
import { type ColumnGroup, weeklySheet } from './weeklySheet'

/** Sheet 3, `Auswertung Gutachten`: opinions, alternatives and confirmations, in all and per group. */
export function gutachtenSheet({ kw, cube }: { kw: number; cube: readonly CubeCell[] }): SheetModel {
  const groupOf = (heading: string, fallgruppe?: Fallgruppe): ColumnGroup => {
    const count = createCounter({ cube, bisKw: kw, fallgruppe })
    return {
      heading,
      columns: [
        { title: 'Gutachten', count: (week) => count(week).gutachten },
        { title: 'Alternative', count: (week) => count(week).alternative },
        { title: 'Bestätigung', count: (week) => count(week).bestaetigung },
      ],
    }
  }
  const groups = [groupOf('Gesamt'), ...fallgruppeKeys.map((key) => groupOf(fallgruppen[key].de, key))]
  return weeklySheet({ title: 'Auswertung Gutachten', kw, groups })
}
