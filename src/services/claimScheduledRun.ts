import type { Payload } from 'payload'
import { storeOf } from '../store/storeOf'

/** Takes a task's run at an instant, for this process; false when another has it or a later one. */
export function claimScheduledRun({
  payload,
  task,
  at,
}: {
  payload: Payload
  task: string
  at: Date
}): Promise<boolean> {
  return storeOf(payload).claimScheduled(task, at)
}
