import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { isoWeekOf } from '../../domain/calendar/isoWeek'
import type { Fallgruppe } from '../../domain/cases/caseFields'
import { type Analyses, analysesOf } from '../../domain/reports/analyses/analyses'
import { storeOf } from '../../store/storeOf'
import { loadIcdCatalogue } from '../icd/loadIcdCatalogue'
import { loadCube } from './loadReport'

/** The analyses of a year (default: today's, in Europe/Berlin), of one group or of all; ages are counted to today. */
export async function loadAnalyses({
  req,
  jahr: wanted,
  fallgruppe,
}: {
  req: PayloadRequest
  jahr?: number
  fallgruppe?: Fallgruppe
}): Promise<Analyses> {
  const store = storeOf(req.payload)
  const stand = berlinDay(new Date())
  const jahr = wanted ?? isoWeekOf(stand).jahr
  const range = { jahr, fallgruppe }
  const [years, durations, hauptgruppen, open, catalogue] = await Promise.all([
    store.years(),
    store.durationGroups(range),
    store.hauptgruppeCounts(range),
    store.openGroups({ fallgruppe }),
    loadIcdCatalogue(req.payload),
  ])
  const bisKw = years.find((year) => year.jahr === jahr)?.lastKw ?? 0
  return analysesOf({
    jahr,
    fallgruppe: fallgruppe ?? null,
    bisKw,
    stand,
    cube: await loadCube({ req, jahr, bisKw }),
    durations,
    hauptgruppen,
    titleOf: (hauptgruppe) => catalogue?.find(hauptgruppe)?.title ?? null,
    open,
  })
}
