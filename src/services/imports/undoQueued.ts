import type { Payload } from 'payload'
import type { JobOrigin } from '../requestOfJob'
import { onBehalf } from './onBehalf'
import { carryOutUndo } from './undoImport'

/** Undoes an import whose undoing was left to a job. */
export async function undoQueued({
  payload,
  input,
}: {
  payload: Payload
  input: JobOrigin & { importId: string }
}): Promise<void> {
  await onBehalf({ payload, origin: input, stage: 'undoing', work: carryOutUndo })
}
