import type { Payload } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import type { JobOrigin } from '../requestOfJob'
import { carryOut } from './confirmImport'
import { isImportSource } from './importSources'
import { onBehalf } from './onBehalf'

/** Applies an import that was confirmed and left to a job, with what was given by whoever confirmed it. */
export async function carryOutQueued({
  payload,
  input,
}: {
  payload: Payload
  input: Amendments & JobOrigin & { importId: string }
}): Promise<void> {
  const { decisions, corrections } = input
  await onBehalf({
    payload,
    origin: input,
    stage: 'applying',
    work: async ({ req, importId, entry }) => {
      const { kind } = entry
      if (isImportSource(kind)) await carryOut({ req, kind, importId, decisions, corrections, entry })
    },
  })
}
