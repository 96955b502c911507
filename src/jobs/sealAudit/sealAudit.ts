import type { TaskConfig } from 'payload'
import { sealAudit as seal } from '../../services/audit/sealAudit'

/** Seals the audit log, every minute. */
export const sealAudit: TaskConfig<'sealAudit'> = {
  slug: 'sealAudit',
  schedule: [{ cron: '30 * * * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await seal({ payload })
    return { output: {} }
  },
}
