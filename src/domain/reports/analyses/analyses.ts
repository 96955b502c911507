import type { CalendarDate } from '../../calendar/calendarDate'
import type { Fallgruppe } from '../../cases/caseFields'
import type { CubeCell } from '../cube'
import { type DurationGroup, type Durations, durationsOf, type Wait } from './durations'
import { type HauptgruppeCount, type MainGroups, mainGroupsOf } from './mainGroups'
import { type OpenGroup, type OpenWork, openWorkOf } from './openWork'
import { type Outcome, outcomesOf } from './outcomes'

/** The analyses of a year, of one group or of all. */
export type Analyses = {
  jahr: number
  /** `null` is all groups. */
  fallgruppe: Fallgruppe | null
  /** The last week of the year with a case, 0 of a year without. */
  bisKw: number
  /** The day that ages are counted to. */
  stand: CalendarDate
  erstberatungen: number
  dauer: Record<Wait, Durations>
  ergebnisse: Outcome[]
  icd: MainGroups
  /** Over all years. */
  offen: OpenWork[]
}

/** What the analyses are made of; the store has counted it for the year and the group already. */
export type AnalysesSource = Pick<Analyses, 'jahr' | 'fallgruppe' | 'bisKw' | 'stand'> & {
  cube: readonly CubeCell[]
  durations: readonly DurationGroup[]
  hauptgruppen: readonly HauptgruppeCount[]
  titleOf: (hauptgruppe: string) => string | null
  open: readonly OpenGroup[]
}

/** The analyses of a year; with a group, of that one alone. */
export function analysesOf(source: AnalysesSource): Analyses {
  const { jahr, fallgruppe, bisKw, stand, durations: groups } = source
  const isWanted = (row: { fallgruppe: Fallgruppe }) => fallgruppe === null || row.fallgruppe === fallgruppe
  const cube = source.cube.filter(isWanted)
  const duration = (bis: Wait): Durations => {
    const all = durationsOf({ groups, bis, jahr, bisKw })
    return { ...all, gruppen: all.gruppen.filter(isWanted) }
  }
  return {
    jahr,
    fallgruppe,
    bisKw,
    stand,
    erstberatungen: cube.reduce((sum, { erstberatungen }) => sum + erstberatungen, 0),
    dauer: { unterlagen: duration('unterlagen'), gutachten: duration('gutachten') },
    ergebnisse: outcomesOf({ cube, bisKw }).filter(isWanted),
    icd: mainGroupsOf({ counts: source.hauptgruppen, titleOf: source.titleOf }),
    offen: openWorkOf({ groups: source.open, today: stand }),
  }
}
