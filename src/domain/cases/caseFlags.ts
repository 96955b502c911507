import type { Counts } from '../reports/cube'
import type { CaseValues } from './caseValues'

/** Everything the cube counts of a case, one bit each, so that one grouped query counts all of it. */
const bits = {
  unterlagen: 1 << 0,
  ablehnung: 1 << 1,
  abbruch: 1 << 2,
  gutachten: 1 << 3,
  alternative: 1 << 4,
  bestaetigung: 1 << 5,
  taJa: 1 << 6,
  taNein: 1 << 7,
  taDiagnosekorrektur: 1 << 8,
  taUnterversorgung: 1 << 9,
  taUebertherapie: 1 << 10,
} as const

/** The flags of a case as one integer, stored as `statistik`. */
export function caseFlags(values: CaseValues): number {
  return (
    (values.unterlagen === true ? bits.unterlagen : 0) |
    (values.ablehnung === true ? bits.ablehnung : 0) |
    (values.abbruch === true ? bits.abbruch : 0) |
    (values.gutachten === true ? bits.gutachten : 0) |
    (values.gutachtenTyp === 'alternative' ? bits.alternative : 0) |
    (values.gutachtenTyp === 'bestaetigung' ? bits.bestaetigung : 0) |
    (values.therapieaenderung === 'ja' ? bits.taJa : 0) |
    (values.therapieaenderung === 'nein' ? bits.taNein : 0) |
    (values.taDiagnosekorrektur === true ? bits.taDiagnosekorrektur : 0) |
    (values.taUnterversorgung === true ? bits.taUnterversorgung : 0) |
    (values.taUebertherapie === true ? bits.taUebertherapie : 0)
  )
}

/** What one case with these flags adds to each count. */
export function countsOfFlags(flags: number): Counts {
  const has = (bit: number) => ((flags & bit) === 0 ? 0 : 1)
  const hasAnswered = bits.unterlagen | bits.ablehnung | bits.abbruch
  return {
    erstberatungen: 1,
    unterlagen: has(bits.unterlagen),
    ablehnungen: has(bits.ablehnung),
    keineRueckmeldung: 1 - has(hasAnswered),
    gutachten: has(bits.gutachten),
    alternative: has(bits.alternative),
    bestaetigung: has(bits.bestaetigung),
    taJa: has(bits.taJa),
    taNein: has(bits.taNein),
    diagnosekorrektur: has(bits.taDiagnosekorrektur),
    unterversorgung: has(bits.taUnterversorgung),
    uebertherapie: has(bits.taUebertherapie),
  }
}
