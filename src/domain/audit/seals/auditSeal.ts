import { canonicalEntry, type StoredEntry } from './canonicalEntry'

/** SHA-256 of a text, as base64url. */
export type Sha256 = (text: string) => string

/** How far the audit log is sealed: the number of the last sealed entry, and its hash. */
export type AuditHead = { number: number; hash: string }

/** Before anything is sealed. */
export const emptyHead: AuditHead = { number: 0, hash: '' }

/**
 * An entry in its place of the chain. `digest` is over its content and the salt; `hash` over number, id, digest and the hash
 * before. Of one whose values were replaced the first salt is gone and `replaced` has those of its present content: the
 * chain goes on over the first digest, from which nobody can compute what stood there.
 */
export type SealedEntry = {
  id: string
  at: string
  salt: string | null
  digest: string
  hash: string
  replaced?: { salt: string; digest: string }
}

/** Entries sealed together, numbered from `first` to `last`; `hash` is that of the last. */
export type SealedBlock = { first: number; last: number; entries: SealedEntry[]; hash: string }

/** A block as it is stored; `mark` vouches for number and hash with the portal's secret, `sealedAt` is an ISO instant. */
export type AuditSeal = SealedBlock & { mark: string; sealedAt: string }

/** The digest of an entry's content. */
export function digestOf({
  entry,
  salt,
  sha256,
}: {
  entry: StoredEntry
  salt: string
  sha256: Sha256
}): string {
  return sha256(`${salt}\n${canonicalEntry(entry)}`)
}

/** The hash of the entry that follows a head. */
export function chainHash({
  before,
  id,
  digest,
  sha256,
}: {
  before: AuditHead
  id: string
  digest: string
  sha256: Sha256
}): string {
  return sha256(`${before.hash}\n${before.number + 1}\n${id}\n${digest}`)
}

/** Seals entries in their order, after a head; there must be one at least. */
export function sealEntries({
  entries,
  head,
  newSalt,
  sha256,
}: {
  entries: readonly StoredEntry[]
  head: AuditHead
  newSalt: () => string
  sha256: Sha256
}): SealedBlock {
  let before = head
  const sealed = entries.map((entry): SealedEntry => {
    const { id, at } = entry
    const salt = newSalt()
    const digest = digestOf({ entry, salt, sha256 })
    before = { number: before.number + 1, hash: chainHash({ before, id, digest, sha256 }) }
    return { id, at, salt, digest, hash: before.hash }
  })
  return { first: head.number + 1, last: before.number, entries: sealed, hash: before.hash }
}

/** A sealed entry whose content is another now: its place in the chain stays, and nothing is left of what stood there. */
export function resealEntry({
  sealed,
  entry,
  salt,
  sha256,
}: {
  sealed: SealedEntry
  /** As it is to be stored. */
  entry: StoredEntry
  salt: string
  sha256: Sha256
}): SealedEntry {
  return { ...sealed, salt: null, replaced: { salt, digest: digestOf({ entry, salt, sha256 }) } }
}
