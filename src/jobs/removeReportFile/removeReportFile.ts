import type { TaskConfig } from 'payload'
import { removeFileOfDeleted } from '../../services/reports/settleReportFiles'

/** Removes the file of a report that was deleted. Were it lost, the next settling of files would do it. */
export const removeReportFile: TaskConfig<'removeReportFile'> = {
  slug: 'removeReportFile',
  retries: { attempts: 10, backoff: { type: 'exponential', delay: 10_000 } },
  inputSchema: [{ name: 'filename', type: 'text', required: true }],
  handler: async ({ input: { filename }, req: { payload } }) => {
    await removeFileOfDeleted({ payload, filename })
    return { output: {} }
  },
}
