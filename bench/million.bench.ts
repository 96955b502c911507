import type { PayloadRequest } from 'payload'
import { buildCube } from '../src/domain/reports/buildCube'
import { loadAnalyses } from '../src/services/reports/loadAnalyses'
import { loadDashboard } from '../src/services/reports/loadDashboard'
import { storeOf } from '../src/store/storeOf'
import type { FirstReport } from './generateOnce'
import { inOwnProcess } from './inOwnProcess'
import type { Measurement } from './measure'
import { medianMs } from './medianMs'

const rounds = { warmUp: 2, runs: 9 }

/** What people wait for at 1,000,000 cases, 500,000 of them in the year: dashboard and report, and their queries. */
export async function benchMillion(req: PayloadRequest): Promise<Measurement[]> {
  const store = storeOf(req.payload)
  const range = { jahr: 2026, bisKw: 53 }
  const cube = await medianMs({ ...rounds, work: async () => buildCube(await store.flagGroups(range)) })
  const icd = await medianMs({ ...rounds, work: () => store.icdCounts({ ...range, fallgruppe: 'onko' }) })
  const pending = await medianMs({ ...rounds, work: () => store.pendingCounts() })
  const dashboard = await medianMs({ ...rounds, work: () => loadDashboard({ req, jahr: 2026 }) })
  const analyses = await medianMs({ ...rounds, work: () => loadAnalyses({ req, jahr: 2026 }) })
  const ofGroup = await medianMs({
    ...rounds,
    work: () => loadAnalyses({ req, jahr: 2026, fallgruppe: 'onko' }),
  })
  const { ms, megabytes } = await inOwnProcess<FirstReport>(new URL('generateOnce.ts', import.meta.url))
  const size = 'of 500,000 cases among 1,000,000'
  return [
    { name: `cube of a year ${size}`, value: cube, unit: 'ms', target: '≤ 150 ms' },
    { name: `ICD counts ${size}`, value: icd, unit: 'ms', target: '' },
    { name: 'pending counts at 1,000,000 cases', value: pending, unit: 'ms', target: '' },
    { name: `dashboard of a year ${size}`, value: dashboard, unit: 'ms', target: '≤ 60 ms' },
    { name: `analyses of a year ${size}`, value: analyses, unit: 'ms', target: '' },
    { name: 'analyses of one group of it', value: ofGroup, unit: 'ms', target: '' },
    { name: `first report of a process ${size}`, value: ms, unit: 'ms', target: '≤ 1,000 ms' },
    { name: 'memory it takes', value: megabytes, unit: 'MB', target: '< 300 MB' },
  ]
}
