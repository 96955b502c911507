import type { CubeCell } from '../cube'
import type { SheetModel } from '../sheetModel'
import { createCounter } from './createCounter'
import { weeklySheet } from './weeklySheet'

/** Sheet 4, `Auswertung Therapieänderungen`: changes of therapy and their kinds. */
export function therapieaenderungenSheet({
  kw,
  cube,
}: {
  kw: number
  cube: readonly CubeCell[]
}): SheetModel {
  const count = createCounter({ cube, bisKw: kw })
  const columns = [
    { title: 'Gutachten', count: (week: number | null) => count(week).gutachten },
    { title: 'TA Ja', count: (week: number | null) => count(week).taJa },
    { title: 'TA Nein', count: (week: number | null) => count(week).taNein },
    { title: 'Diagnosekorrektur', count: (week: number | null) => count(week).diagnosekorrektur },
    { title: 'Unterversorgung', count: (week: number | null) => count(week).unterversorgung },
    { title: 'Übertherapie', count: (week: number | null) => count(week).uebertherapie },
  ]
  return weeklySheet({ title: 'Auswertung Therapieänderungen', kw, groups: [{ heading: null, columns }] })
}
