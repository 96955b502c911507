import type { Fallgruppe } from '../cases/caseFields'

/** The counts of the cube, in the order of SPEC §11. */
export const cubeCounts = [
  'erstberatungen',
  'unterlagen',
  'ablehnungen',
  'keineRueckmeldung',
  'gutachten',
  'alternative',
  'bestaetigung',
  'taJa',
  'taNein',
  'diagnosekorrektur',
  'unterversorgung',
  'uebertherapie',
] as const

export type CubeCount = (typeof cubeCounts)[number]
export type Counts = Record<CubeCount, number>

/** One cell of the cube of a year: the counts of a week and group. Weeks and groups without cases have no cell. */
export type CubeCell = { kw: number; fallgruppe: Fallgruppe } & Counts

/** What the store counts: cases of a year with the same week, group and flags (see `caseFlags`). */
export type FlagGroup = { kw: number; fallgruppe: Fallgruppe; flags: number; count: number }

/** How often a code stands in the onko cases, each counted once per case. */
export type IcdCount = { code: string; count: number }
