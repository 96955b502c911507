import { type Fallgruppe, fallgruppeKeys } from '../cases/caseFields'
import type { Comparison, Kennzahl } from './comparison'
import { kennzahlen } from './comparison'
import type { CubeCell } from './cube'
import { totalCounts } from './totalCounts'

type WeeklyRow = { kw: number } & Record<Kennzahl, number>

/** What the dashboard shows of a year (SPEC §11); every number comes from the cube. */
export type Dashboard = {
  jahr: number
  bisKw: number
  kpis: Record<Kennzahl, number> & { pendingIcd: number; pendingCoding: number; reportsGenerated: number }
  weekly: WeeklyRow[]
  fallgruppen: { fallgruppe: Fallgruppe; anzahl: number; gutachten: number }[]
  vorjahr: {
    jahr: number
    quelle: Comparison['quelle']
    wocheOhnePartner: number | null
    rows: { kennzahl: Kennzahl; aktuell: number; vorjahr: number; veraenderung: number | null }[]
  }
}

type DashboardSource = Pick<Dashboard, 'jahr' | 'bisKw'> &
  Pick<Dashboard['kpis'], 'pendingIcd' | 'pendingCoding' | 'reportsGenerated'> & {
    cube: readonly CubeCell[]
    comparison: Comparison
  }
type Weeks = { cube: readonly CubeCell[]; vonKw: number; bisKw: number }

/** The dashboard of a year up to its last week with a case; a year without cases has `bisKw` 0 and no weeks. */
export function dashboardOf({ jahr, bisKw, cube, comparison, ...open }: DashboardSource): Dashboard {
  return {
    jahr,
    bisKw,
    kpis: { ...figuresOf({ cube, vonKw: 1, bisKw }), ...open },
    weekly: Array.from({ length: bisKw }, (_, index) => {
      const kw = index + 1
      return { kw, ...figuresOf({ cube, vonKw: kw, bisKw: kw }) }
    }),
    fallgruppen: fallgruppeKeys.map((fallgruppe) => {
      const { erstberatungen, gutachten } = totalCounts({ cube, bisKw, fallgruppe })
      return { fallgruppe, anzahl: erstberatungen, gutachten }
    }),
    vorjahr: vorjahrOf(comparison),
  }
}

function vorjahrOf({ jahr, quelle, wocheOhnePartner, rows }: Comparison): Dashboard['vorjahr'] {
  const shown = rows.map(({ kennzahl, aktuell, vorjahr, veraenderung }) => ({
    kennzahl,
    aktuell,
    vorjahr,
    veraenderung,
  }))
  return { jahr, quelle, wocheOhnePartner, rows: shown }
}

function figuresOf(weeks: Weeks): Record<Kennzahl, number> {
  const counts = totalCounts(weeks)
  const figures = kennzahlen.map((kennzahl) => [kennzahl, counts[kennzahl]])
  return Object.fromEntries(figures) as Record<Kennzahl, number>
}
