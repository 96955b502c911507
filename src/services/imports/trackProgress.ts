import type { PayloadRequest } from 'payload'
import { type ImportPhase, importPhases } from '../../domain/imports/importState'
import { storeOf } from '../../store/storeOf'

/** How often it is told how far an import is. */
const toldEveryMs = 500

/** Hears how far applying an import is: the phase, and how much of it is done, 0 to 1. */
export type TellProgress = (phase: ImportPhase, share: number) => void

/**
 * Runs work that applies an import and notes how far it is, for everyone who asks. Every row goes through four phases,
 * each a quarter of the way. Not being able to note it does not stop the work.
 */
export async function trackProgress<T>({
  req: { payload },
  importId,
  total,
  work,
}: {
  req: PayloadRequest
  importId: string
  total: number
  work: (tell: TellProgress) => Promise<T>
}): Promise<T> {
  const store = storeOf(payload)
  let last = { phase: '', at: 0 }
  let noting = Promise.resolve()
  const note = (progress: Parameters<typeof store.noteProgress>[1]) => {
    noting = noting
      .then(() => store.noteProgress(importId, progress))
      .catch((error: unknown) => payload.logger.warn({ err: error, msg: 'The progress could not be noted.' }))
  }
  const tell: TellProgress = (phase, share) => {
    const now = Date.now()
    if (phase === last.phase && now - last.at < toldEveryMs) return
    last = { phase, at: now }
    const done = Math.floor((total * (importPhases.indexOf(phase) + share)) / importPhases.length)
    note({ phase, done, total, at: new Date(now).toISOString() })
  }
  try {
    tell('reading', 0)
    return await work(tell)
  } finally {
    note(null)
    await noting
  }
}
