import type { Payload } from 'payload'
import type { AuditHead, AuditSeal } from '../../domain/audit/seals/auditSeal'
import type { SealFinding } from '../../domain/audit/seals/sealFinding'
import { createSealVerifier, type FoundEntry } from '../../domain/audit/seals/verifySeals'
import { filesOf } from '../../files/filesOf'
import { createTurns } from '../../lib/giveWay'
import type { AuditStore } from '../../store/auditStore'
import { storeOf } from '../../store/storeOf'
import { createMarker, sha256 } from './auditHashes'
import { readHeads } from './headsFile'

/** How many seals are read at once, and for how many entries of them the log is asked at once. */
const sealsPerQuery = 20
const maxAstray = 100

/** What verifying the audit log found. `count` are all findings, of which `findings` has the first. */
export type AuditVerification = {
  head: AuditHead
  unsealed: number
  /** Heads that were noted apart from the database and looked for, and noted lines that are none. */
  notedHeads: number
  unreadableHeads: number
  findings: SealFinding[]
  count: number
}

/**
 * Goes through the whole audit log and compares it with its seals, with the heads noted apart from the database, and with those that
 * are `given`. `tell` hears how many entries have been looked at.
 */
export async function verifyAudit({
  payload,
  given = [],
  tell,
}: {
  payload: Payload
  given?: readonly AuditHead[]
  tell?: (entries: number) => void
}): Promise<AuditVerification> {
  const store = storeOf(payload)
  const { heads, unreadable } = await readHeads(filesOf(payload).audit)
  const stored = await store.auditHead()
  const noted = [...given, ...(stored ? [stored] : []), ...heads]
  const verifier = createSealVerifier({ sha256, markOf: createMarker(payload.config.secret), noted })
  const astray = await addSeals({ store, verifier, tell })
  const unsealed = await unsealedReplacements(payload)
  return {
    ...verifier.end({ hasHead: stored !== null, astray, unsealed }),
    unsealed: await store.countUnsealed(),
    notedHeads: heads.length,
    unreadableHeads: unreadable,
  }
}

/** The numbers that a seal is of. */
type Stretch = Pick<AuditSeal, 'first' | 'last'>

type Adding = {
  store: AuditStore
  verifier: ReturnType<typeof createSealVerifier>
  tell?: (entries: number) => void
}

/** Goes on as long as somebody else seals meanwhile; entries that then say to be in a later seal are astray. */
async function addSeals({ store, verifier, tell }: Adding): Promise<FoundEntry[]> {
  const turn = createTurns()
  let before = { first: 0, last: 0 }
  for (;;) {
    const seals = await store.auditSeals({ after: before.first, limit: sealsPerQuery })
    if (seals.length === 0) {
      const astray = await store.entriesSealedIn({ from: before.first + 1, to: null, limit: maxAstray })
      const isLast =
        astray.length === 0 || (await store.auditSeals({ after: before.first, limit: 1 })).length === 0
      if (isLast) return [...(await belowFirst(store)), ...astray]
      continue
    }
    await addBlock({ store, verifier, seals, before })
    before = seals.at(-1) ?? before
    tell?.(before.last)
    await turn()
  }
}

/** Numbers begin with 1. */
function belowFirst(store: AuditStore): Promise<FoundEntry[]> {
  return store.entriesSealedIn({ from: Number.MIN_SAFE_INTEGER, to: 0, limit: maxAstray })
}

async function addBlock({
  store,
  verifier,
  seals,
  before,
}: Omit<Adding, 'tell'> & { seals: readonly AuditSeal[]; before: Stretch }): Promise<void> {
  const to = seals.at(-1)?.first ?? before.first
  const size = seals.reduce((sum, { entries }) => sum + entries.length, 0)
  const there = await store.entriesSealedIn({ from: before.first + 1, to, limit: size + maxAstray })
  const found = new Map(there.map((entry) => [entry.id, entry]))
  const named = new Set(seals.flatMap(({ entries }) => entries.map(({ id }) => id)))
  const lost = [...named].filter((id) => !found.has(id))
  for (const entry of lost.length > 0 ? await store.auditEntriesOf(lost) : []) found.set(entry.id, entry)
  const foreign = there.filter(({ id }) => !named.has(id))
  for (const [index, seal] of seals.entries()) {
    const own = new Map(seal.entries.flatMap(({ id }) => [[id, found.get(id)] as const]).filter(isFound))
    // What says to be in a seal that is missing is not strange: that the seal is, is told.
    const places = index === 0 ? [before, seal] : [seal]
    const strange = foreign.filter((entry) => places.some((place) => isWithin(entry, place)))
    verifier.add({ seal, found: own, foreign: strange })
  }
}

function isWithin({ seal }: FoundEntry, { first, last }: Stretch): boolean {
  return seal !== null && seal >= first && seal <= last
}

function isFound(pair: readonly [string, FoundEntry | undefined]): pair is readonly [string, FoundEntry] {
  return pair[1] !== undefined
}

/** Of values replaced just now the entry that says so may not be sealed yet. */
async function unsealedReplacements(payload: Payload): Promise<FoundEntry[]> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'audit-log',
    where: { and: [{ action: { equals: 'reseal' } }, { seal: { exists: false } }] },
    pagination: false,
  })
  return storeOf(payload).auditEntriesOf(docs.map(({ id }) => id))
}
