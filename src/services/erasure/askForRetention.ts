import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import { originForJob } from '../requestOfJob'
import { loadRetention } from './retention'

/** Leaves it to a job to erase what is older than the periods of the settings; `409` where there are none. */
export async function askForRetention(req: PayloadRequest): Promise<void> {
  const { caseDays, importDays } = await loadRetention(req.payload)
  if (caseDays === null && importDays === null) throw refusal(req, 409, 'retentionNotSet')
  const input = { ...originForJob(req), isAsked: true }
  await req.payload.jobs.queue({ task: 'applyRetention', queue: 'imports', input })
}
