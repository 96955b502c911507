import { getPayload } from 'payload'

/** Asks once for the report that is due at an instant and tells the parent what was made; run by reportSchedule.test.ts. */
// Node 20 ends with code 13 when nothing else keeps it while tsx loads a module; see scripts/openPortal.ts.
setInterval(() => undefined, 60_000)
const { default: config } = await import('../../payload.config')
const { generateDueReport } = await import('../../src/services/reports/schedule/generateDueReport')
const payload = await getPayload({ config })
const report = await generateDueReport({ payload, now: new Date(process.argv[2] ?? '') })
process.send?.(report ? `${report.jahr}/${report.kw}` : 'none', () => process.exit(0))
