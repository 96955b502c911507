import { type AuditChange, type AuditEntry, auditEntryOf } from '../../domain/audit/auditEntry'
import { resealEntry, type SealedEntry } from '../../domain/audit/seals/auditSeal'
import type { FoundEntry } from '../../domain/audit/seals/verifySeals'
import { withLock } from '../../lib/keyedLock'
import { storeOf } from '../../store/storeOf'
import { type AuditPlace, auditOrigin } from '../recordAudit'
import { newSalt, sha256 } from './auditHashes'
import { sealAudit } from './sealAudit'

/** What an entry says from now on instead. */
export type Replacement = { id: string; changes: AuditChange[] }

/** So many replaced entries one entry tells of. */
const numbersPerEntry = 500

/**
 * Puts other values into sealed entries, for whoever erases a person, and seals them anew: numbers, hashes and noted heads
 * stay as they are, entries say which were replaced, and of what stood there nothing is left. See docs/decisions/029.
 */
export async function replaceAuditValues({
  req,
  replacements,
}: {
  req: AuditPlace
  replacements: readonly Replacement[]
}): Promise<void> {
  const { payload } = req
  // What is not sealed yet might be by another process while this one changes it.
  await sealAudit({ payload })
  await withLock('audit seals', async () => {
    while ((await replaceOnce({ req, replacements })) === 'overtaken');
  })
}

/** Another process may replace values of the same seals meanwhile; then what they are now is read anew. */
async function replaceOnce({
  req,
  replacements,
}: {
  req: AuditPlace
  replacements: readonly Replacement[]
}): Promise<'replaced' | 'overtaken'> {
  const store = storeOf(req.payload)
  const revision = await store.revisionOf('audit-seals')
  const found = await store.auditEntriesOf(replacements.map(({ id }) => id))
  const open = found.find(({ seal }) => seal === null)
  if (open) throw new Error(`The audit entry ${open.id} is not sealed, so its values cannot be replaced yet.`)
  const replaced = new Map(replacements.map(({ id, changes }) => [id, changes]))
  const seals: { first: number; entries: SealedEntry[] }[] = []
  const told: AuditChange[] = []
  for (const [first, entries] of bySeal(found)) {
    const [seal] = await store.auditSeals({ after: first - 1, limit: 1 })
    if (seal?.first !== first) throw new Error(`The seal ${first} of the audit log is missing.`)
    const resealed = seal.entries.map((sealed) => reseal({ sealed, entries, replaced }))
    seals.push({ first, entries: resealed })
    told.push(...toldOf({ first, before: seal.entries, after: resealed }))
  }
  return store.replaceAuditValues({ revision, entries: replacements, seals, audit: entriesOf({ req, told }) })
}

function bySeal(found: readonly FoundEntry[]): Map<number, Map<string, FoundEntry>> {
  const seals = new Map<number, Map<string, FoundEntry>>()
  for (const entry of found) {
    const first = entry.seal ?? 0
    seals.set(first, (seals.get(first) ?? new Map<string, FoundEntry>()).set(entry.id, entry))
  }
  return seals
}

function reseal({
  sealed,
  entries,
  replaced,
}: {
  sealed: SealedEntry
  entries: ReadonlyMap<string, FoundEntry>
  replaced: ReadonlyMap<string, AuditChange[]>
}): SealedEntry {
  const entry = entries.get(sealed.id)
  const changes = replaced.get(sealed.id)
  if (!entry || !changes) return sealed
  return resealEntry({ sealed, entry: { ...entry, changes }, salt: newSalt(), sha256 })
}

/** By number the digest that stays in the chain, and that of the present content. */
function toldOf({
  first,
  before,
  after,
}: {
  first: number
  before: readonly SealedEntry[]
  after: readonly SealedEntry[]
}): AuditChange[] {
  return after.flatMap((entry, index) =>
    entry === before[index] || !entry.replaced
      ? []
      : [{ field: String(first + index), old: entry.digest, new: entry.replaced.digest }],
  )
}

function entriesOf({ req, told }: { req: AuditPlace; told: readonly AuditChange[] }): AuditEntry[] {
  const origin = auditOrigin(req)
  const entries: AuditEntry[] = []
  for (let start = 0; start < told.length; start += numbersPerEntry) {
    const changes = told.slice(start, start + numbersPerEntry)
    const entityId = changes[0]?.field ?? ''
    const event = { action: 'reseal', entityType: 'audit-log', entityId, changes } as const
    entries.push(auditEntryOf({ event, origin }))
  }
  return entries
}
