import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { withLock } from '../lib/keyedLock'
import { givingSigns, silentSince } from '../lib/signsOfLife'
import { storeOf } from '../store/storeOf'

const askAgainMs = 500

/**
 * Runs one task at a time per name, in whatever process. Where another is at it this waits until that is done or counts as
 * ended; what must not happen even if it only seemed so, the task guards by itself.
 */
export function asOnlyOne<T>({
  payload,
  name,
  work,
}: {
  payload: Payload
  name: string
  work: () => Promise<T>
}): Promise<T> {
  const store = storeOf(payload)
  const lease = { name, holder: randomUUID() }
  const hold = () => {
    const now = new Date()
    return store.holdLease(lease, { now: now.toISOString(), silentSince: silentSince(now) })
  }
  const onFailure = (err: unknown) =>
    payload.logger.warn({ err, name, msg: 'A lease could not be held on to.' })
  return withLock(name, async () => {
    while (!(await hold())) await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    try {
      return await givingSigns({ sign: hold, onFailure, work })
    } finally {
      await store.giveUpLease(lease).catch(onFailure)
    }
  })
}
