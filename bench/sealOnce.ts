import { openPortal } from '../scripts/openPortal'
import { sealAudit } from '../src/services/audit/sealAudit'
import { verifyAudit } from '../src/services/audit/verifyAudit'

/** What sealing the log and verifying it takes, and by how much memory the process grows at most; run as a child. */
export type Sealing = { sealMs: number; sealMegabytes: number; verifyMs: number; verifyMegabytes: number }

const { payload } = await openPortal()
const seal = await measured(() => sealAudit({ payload }))
const verify = await measured(async () => {
  const { count, unsealed } = await verifyAudit({ payload })
  if (count > 0 || unsealed > 0) throw new Error(`${count} findings, ${unsealed} entries not sealed.`)
})
const sealing: Sealing = {
  sealMs: seal.ms,
  sealMegabytes: seal.megabytes,
  verifyMs: verify.ms,
  verifyMegabytes: verify.megabytes,
}
process.send?.(sealing, () => process.exit(0))

async function measured(work: () => Promise<unknown>): Promise<{ ms: number; megabytes: number }> {
  const before = process.memoryUsage().rss
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const start = performance.now()
  await work()
  clearInterval(look)
  return { ms: performance.now() - start, megabytes: (most - before) / 1024 / 1024 }
}
