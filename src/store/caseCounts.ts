import type { Fallgruppe } from '../domain/cases/caseFields'
import type { DurationGroup } from '../domain/reports/analyses/durations'
import type { HauptgruppeCount } from '../domain/reports/analyses/mainGroups'
import type { OpenGroup } from '../domain/reports/analyses/openWork'
import type { FlagGroup, IcdCount } from '../domain/reports/cube'

/** Cases counted. */
export type CaseCounts = {
  /** Cases of the weeks 1…`bisKw` of a year, counted by week, group and flags in one grouped query. */
  flagGroups(range: { jahr: number; bisKw: number }): Promise<FlagGroup[]>
  /** Codes of a group's cases in the weeks 1…`bisKw` of a year, each counted once per case. */
  icdCounts(range: { jahr: number; bisKw: number; fallgruppe: Fallgruppe }): Promise<IcdCount[]>
  /** Cases of a year counted by week, group and days from the case to its documents and to its opinion, in no order. */
  durationGroups(range: AnalysisRange): Promise<DurationGroup[]>
  /** The cases of a year that have a code of a main group, each counted once per main group, in no order. */
  hauptgruppeCounts(range: AnalysisRange): Promise<HauptgruppeCount[]>
  /** What is open in the cases of all years, counted by their day, in no order. */
  openGroups(range: Pick<AnalysisRange, 'fallgruppe'>): Promise<OpenGroup[]>
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

/** The cases that analyses are about; without a group those of all. */
export type AnalysisRange = { jahr: number; fallgruppe?: Fallgruppe }
