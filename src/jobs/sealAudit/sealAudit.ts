import type { TaskConfig } from 'payload'
import { sealAudit as seal } from '../../services/audit/sealAudit'
import { onSchedule } from '../onSchedule'

/** Seals the audit log, every minute. */
export const sealAudit: TaskConfig<'sealAudit'> = {
  slug: 'sealAudit',
  schedule: onSchedule('30 * * * * *'),
  handler: async ({ req: { payload } }) => {
    await seal({ payload })
    return { output: {} }
  },
}
