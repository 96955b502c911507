import type { Payload } from 'payload'
import { type AuditHead, emptyHead, sealEntries } from '../../domain/audit/seals/auditSeal'
import { filesOf } from '../../files/filesOf'
import { createTurns } from '../../lib/giveWay'
import { withLock } from '../../lib/keyedLock'
import { storeOf } from '../../store/storeOf'
import { createMarker, newSalt, sha256 } from './auditHashes'
import { noteHead } from './headsFile'

/** How many entries one seal holds at most; so long nobody else has their turn. */
const entriesPerSeal = 250

/** The head that could not be noted when it was due, because files could not be had. */
const owed = new WeakMap<Payload, AuditHead>()

/**
 * Seals the entries that are not sealed yet, block after block, giving way in between, and notes the new head beside the
 * database; the number of entries. Of several processes that seal at once each block is sealed by one.
 */
export async function sealAudit({
  payload,
  now = new Date(),
}: {
  payload: Payload
  now?: Date
}): Promise<number> {
  return withLock('audit seals', async () => {
    const turn = createTurns()
    let sealed = 0
    let head = owed.get(payload) ?? null
    for (;;) {
      const block = await sealBlock({ payload, now })
      if (!block) break
      head = block
      sealed += block.count
      await turn()
    }
    if (head) {
      owed.set(payload, head)
      await note({ payload, head, now })
      owed.delete(payload)
    }
    return sealed
  })
}

/** `null` when nothing was left to seal, or another process was first. */
async function sealBlock({ payload, now }: { payload: Payload; now: Date }) {
  const store = storeOf(payload)
  const before = (await store.auditHead()) ?? emptyHead
  const entries = await store.unsealedEntries(entriesPerSeal)
  if (entries.length === 0) return null
  entries.sort((left, right) =>
    left.at === right.at ? compare(left.id, right.id) : compare(left.at, right.at),
  )
  const block = sealEntries({ entries, head: before, newSalt, sha256 })
  const head = { number: block.last, hash: block.hash }
  const seal = { ...block, mark: createMarker(payload.config.secret)(head), sealedAt: now.toISOString() }
  const outcome = await store.storeSeal({ seal, before })
  return outcome === 'sealed' ? { ...head, count: entries.length } : null
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** In a file (or a bucket) that whoever writes to the database does not reach, and in the log, which is often kept elsewhere. */
async function note({ payload, head, now }: { payload: Payload; head: AuditHead; now: Date }): Promise<void> {
  const { number, hash } = head
  const mark = createMarker(payload.config.secret)(head)
  const folder = filesOf(payload).audit
  await noteHead({ folder, at: now.toISOString(), head: { number, hash, mark } })
  payload.logger.info({ number, hash, msg: 'The audit log is sealed up to this entry.' })
}
