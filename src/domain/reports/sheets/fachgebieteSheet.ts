import { fallgruppeKeys, fallgruppen } from '../../cases/caseFields'
import type { CubeCell } from '../cube'
import type { SheetModel } from '../sheetModel'
import { createCounter } from './createCounter'
import { weeklySheet } from './weeklySheet'

/** Sheet 2, `Auswertung nach Fachgebieten`: per group the cases, opinions, and those without answer or refused. */
export function fachgebieteSheet({ kw, cube }: { kw: number; cube: readonly CubeCell[] }): SheetModel {
  const groups = fallgruppeKeys.map((fallgruppe) => {
    const count = createCounter({ cube, bisKw: kw, fallgruppe })
    return {
      heading: fallgruppen[fallgruppe].de,
      columns: [
        { title: 'Anzahl', count: (week: number | null) => count(week).erstberatungen },
        { title: 'Gutachten', count: (week: number | null) => count(week).gutachten },
        {
          title: 'Keine RM/Ablehnung',
          count: (week: number | null) => count(week).keineRueckmeldung + count(week).ablehnungen,
        },
      ],
    }
  })
  return weeklySheet({ title: 'Auswertung nach Fachgebieten', kw, groups })
}
