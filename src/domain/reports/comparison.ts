import { weeksInYear } from '../calendar/isoWeek'
import type { Counts } from './cube'

/** The figures that are compared year against year, in the order of sheet 1. */
export const kennzahlen = [
  'erstberatungen',
  'unterlagen',
  'ablehnungen',
  'keineRueckmeldung',
  'gutachten',
] as const
export type Kennzahl = (typeof kennzahlen)[number]

/** One figure: counts, shares of Erstberatungen (1 = 100 %), and the relative change, `null` where there was nothing. */
export type ComparisonRow = {
  kennzahl: Kennzahl
  aktuell: number
  vorjahr: number
  anteilAktuell: number
  anteilVorjahr: number
  veraenderung: number | null
}

/** A year against the year before over the same weeks, and where the earlier counts are from. */
export type Comparison = {
  jahr: number
  quelle: 'live' | 'import' | 'none'
  /** The compared week 53 that the year before does not have, if so. */
  wocheOhnePartner: 53 | null
  rows: ComparisonRow[]
}

/**
 * Compares the weeks 1…`bisKw` of `jahr` with the same weeks of the year before: its live cases or its imported
 * summaries, whichever has more Erstberatungen (equal: live), so that stray cases do not hide an imported year.
 */
export function compareYears({
  jahr,
  bisKw,
  current,
  live,
  imported,
}: {
  jahr: number
  bisKw: number
  current: Counts
  live: Counts
  imported: Counts | null
}): Comparison {
  const isImport = imported !== null && imported.erstberatungen > live.erstberatungen
  const before = isImport ? imported : live
  const source = isImport ? 'import' : 'live'
  return {
    jahr: jahr - 1,
    quelle: before.erstberatungen === 0 ? 'none' : source,
    wocheOhnePartner: bisKw === 53 && weeksInYear(jahr - 1) === 52 ? 53 : null,
    rows: kennzahlen.map((kennzahl) => ({
      kennzahl,
      aktuell: current[kennzahl],
      vorjahr: before[kennzahl],
      anteilAktuell: share(current[kennzahl], current.erstberatungen),
      anteilVorjahr: share(before[kennzahl], before.erstberatungen),
      veraenderung: before[kennzahl] === 0 ? null : current[kennzahl] / before[kennzahl] - 1,
    })),
  }
}

/** The part of a whole, 1 for all of it; nothing of nothing is 0. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
