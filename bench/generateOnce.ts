import { createLocalReq } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { generateReport } from '../src/services/reports/generateReport'

/** What the first report of a new process takes, and by how much memory it grows at most; run as a child. */
export type FirstReport = { ms: number; megabytes: number }

const { payload } = await openPortal()
const { docs } = await payload.find({ collection: 'users', limit: 1 })
const user = docs[0] && { ...docs[0], collection: 'users' as const }
const req = await createLocalReq({ user }, payload)
const before = process.memoryUsage().rss
const start = performance.now()
await generateReport({ req, jahr: 2026, kw: 50 })
const first: FirstReport = { ms: performance.now() - start, megabytes: grownMegabytes(before) }
process.send?.(first, () => process.exit(0))

function grownMegabytes(before: number): number {
  return process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024
}
