import { getPayload } from 'payload'

/** Asks once for the report that is due at an instant and tells the parent what was made; run by reportSchedule.test.ts. */
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const { generateDueReport } = await import('../../src/services/reports/schedule/generateDueReport')
const report = await generateDueReport({ payload, now: new Date(process.argv[2] ?? '') })
process.send?.(report ? `${report.jahr}/${report.kw}` : 'none', () => process.exit(0))
