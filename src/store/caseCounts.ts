import type { Fallgruppe } from '../domain/cases/caseFields'
import type { FlagGroup, IcdCount } from '../domain/reports/cube'

/** Cases counted. */
export type CaseCounts = {
  /** Cases of the weeks 1…`bisKw` of a year, counted by week, group and flags in one grouped query. */
  flagGroups(range: { jahr: number; bisKw: number }): Promise<FlagGroup[]>
  /** Codes of a group's cases in the weeks 1…`bisKw` of a year, each counted once per case. */
  icdCounts(range: { jahr: number; bisKw: number; fallgruppe: Fallgruppe }): Promise<IcdCount[]>
  /** Cases pending ICD and pending coding, over all years. */
  pendingCounts(): Promise<{ pendingIcd: number; pendingCoding: number }>
  /** Cases with an opinion, and how they were coded. */
  codingProgress(
    filter: CaseFilter,
  ): Promise<{ gutachten: number; bestaetigung: number; alternative: number }>
  /** The years that have cases and the last week of each, newest first. */
  years(): Promise<{ jahr: number; lastKw: number }[]>
}

/** Filters of the lists and of the coding progress; absent means all. */
export type CaseFilter = { jahr?: number; kw?: number; fallgruppe?: Fallgruppe }
