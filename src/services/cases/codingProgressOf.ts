import type { PayloadRequest } from 'payload'
import type { Fallgruppe } from '../../domain/cases/caseFields'
import { storeOf } from '../../store/storeOf'

/** How many of the cases with an opinion are coded, and as what, within a year, week and group. */
export async function codingProgressOf({
  req,
  query: { jahr, kw, fallgruppe },
}: {
  req: PayloadRequest
  query: { jahr?: number; kw?: number; fallgruppe?: string }
}) {
  const filter = { jahr, kw, fallgruppe: fallgruppe as Fallgruppe | undefined }
  const { gutachten, bestaetigung, alternative } = await storeOf(req.payload).codingProgress(filter)
  return {
    progress: { coded: bestaetigung + alternative, total: gutachten },
    ratio: { bestaetigung, alternative },
  }
}
