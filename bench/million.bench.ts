import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PayloadRequest } from 'payload'
import { buildCube } from '../src/domain/reports/buildCube'
import { loadAnalyses } from '../src/services/reports/loadAnalyses'
import { loadDashboard } from '../src/services/reports/loadDashboard'
import { storeOf } from '../src/store/storeOf'
import type { FirstReport } from './generateOnce'
import type { Measurement } from './measure'

const warmUp = 2
const runs = 9

/** What people wait for at 1,000,000 cases, 500,000 of them in the year: dashboard and report, and their queries. */
export async function benchMillion(req: PayloadRequest): Promise<Measurement[]> {
  const store = storeOf(req.payload)
  const range = { jahr: 2026, bisKw: 53 }
  const cube = await medianMs(async () => buildCube(await store.flagGroups(range)))
  const icd = await medianMs(() => store.icdCounts({ ...range, fallgruppe: 'onko' }))
  const pending = await medianMs(() => store.pendingCounts())
  const dashboard = await medianMs(() => loadDashboard({ req, jahr: 2026 }))
  const analyses = await medianMs(() => loadAnalyses({ req, jahr: 2026 }))
  const ofGroup = await medianMs(() => loadAnalyses({ req, jahr: 2026, fallgruppe: 'onko' }))
  const { ms, megabytes } = await firstReport()
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

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < warmUp + runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.slice(warmUp).sort((left, right) => left - right)[Math.floor(runs / 2)] ?? 0
}

/** In a process of its own, for this one has had all the memory that filling the database took. */
function firstReport(): Promise<FirstReport> {
  const child = fork(fileURLToPath(new URL('generateOnce.ts', import.meta.url)))
  return new Promise((resolve, reject) => {
    child.on('message', (first) => resolve(first as FirstReport))
    child.on('exit', (code) => (code === 0 ? null : reject(new Error(`The report ended with ${code}.`))))
  })
}
