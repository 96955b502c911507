import type { Comparison } from '../comparison'
import type { CubeCell, IcdCount } from '../cube'
import type { SheetModel } from '../sheetModel'
import { fachgebieteSheet } from './fachgebieteSheet'
import { gutachtenSheet } from './gutachtenSheet'
import { icdOnkoSheet } from './icdOnkoSheet'
import { kwGesamtSheet } from './kwGesamtSheet'
import { therapieaenderungenSheet } from './therapieaenderungenSheet'

/** The five sheets of the Berichtswesen over the weeks 1…kw of a year (SPEC §6). */
export function berichtswesenSheets({
  jahr,
  kw,
  cube,
  comparison,
  icdCounts,
}: {
  jahr: number
  kw: number
  cube: readonly CubeCell[]
  comparison: Comparison
  icdCounts: readonly IcdCount[]
}): SheetModel[] {
  return [
    kwGesamtSheet({ jahr, kw, cube, comparison }),
    fachgebieteSheet({ kw, cube }),
    gutachtenSheet({ kw, cube }),
    therapieaenderungenSheet({ kw, cube }),
    icdOnkoSheet({ icdCounts }),
  ]
}
