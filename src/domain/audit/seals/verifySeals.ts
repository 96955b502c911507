import {
  type AuditHead,
  type AuditSeal,
  chainHash,
  digestOf,
  emptyHead,
  type SealedEntry,
  type Sha256,
} from './auditSeal'
import type { StoredEntry } from './canonicalEntry'
import type { SealFinding } from './sealFinding'

/** A head that was noted somewhere, with what vouches for it where there is something. */
export type NotedHead = AuditHead & { mark?: string }

type Tools = {
  sha256: Sha256
  /** What vouches for a head. */
  markOf: (head: AuditHead) => string
  /** Heads that were noted: beside the seals, in a file, or by hand. */
  noted: readonly NotedHead[]
}

/** An entry as it is stored, and the seal it says to be in. */
export type FoundEntry = StoredEntry & { seal: number | null }

/** So many findings are told; the others are counted. */
const maxFindings = 100

/**
 * Goes through the seals of the audit log from its beginning: `add` block after block with what is stored, then `end`. What
 * is found comes in the order of the numbers, so that the first is the first.
 */
export function createSealVerifier({ sha256, markOf, noted }: Tools) {
  const findings: SealFinding[] = []
  let count = 0
  let head: AuditHead = emptyHead
  const wanted = new Map<number, string | null>(noted.map(({ number }) => [number, null]))
  const replaced: { number: number; id: string; at: string; digest: string }[] = []
  /** What entries say of values that were replaced: `number digest`. */
  const explained = new Set<string>()

  const find = (finding: SealFinding) => {
    count += 1
    if (findings.length < maxFindings) findings.push(finding)
  }

  /** The hash that an entry should have; where the block has another in its place, that one's. */
  function checkLink(seal: AuditSeal, number: number, entry: SealedEntry): string {
    const before = head
    const hashOf = ({ id, digest }: SealedEntry) => chainHash({ before, id, digest, sha256 })
    if (hashOf(entry) === entry.hash) return entry.hash
    const { id, at } = entry
    const other = seal.entries.find((one) => hashOf(one) === one.hash)
    find({ kind: other ? 'swapped' : 'sealAltered', number, id, at })
    return other ? other.hash : entry.hash
  }

  function checkContent(
    number: number,
    entry: SealedEntry,
    found: ReadonlyMap<string, FoundEntry>,
    first: number,
  ) {
    const { id, at, salt, digest } = entry
    const stored = found.get(id)
    if (!stored) return find({ kind: 'missing', number, id, at })
    const expected = entry.replaced ?? { salt, digest }
    if (entry.replaced) replaced.push({ number, id, at, digest: entry.replaced.digest })
    if (stored.seal === first && isSame({ entry: stored, ...expected, sha256 })) return noteExplained(stored)
    const isOther = [...found.values()].some(
      (other) => other.id !== id && isSame({ entry: { ...other, id }, ...expected, sha256 }),
    )
    find({ kind: isOther ? 'swapped' : 'altered', number, id, at })
  }

  function noteExplained({ action, changes }: StoredEntry): void {
    if (action !== 'reseal') return
    for (const { field, new: digest } of changes) explained.add(`${field} ${digest}`)
  }

  return {
    /** `found`: the entries of the block as they are stored, by id; `foreign` those that say to be in it and are not. */
    add({
      seal,
      found,
      foreign,
    }: {
      seal: AuditSeal
      found: ReadonlyMap<string, FoundEntry>
      foreign: readonly FoundEntry[]
    }): void {
      if (seal.first > head.number + 1) {
        find({ kind: 'sealMissing', number: head.number + 1, to: seal.first - 1 })
        head = { number: seal.first - 1, hash: '' }
      }
      const isLinked = head.number === 0 || head.hash !== ''
      for (const [index, entry] of seal.entries.entries()) {
        const number = seal.first + index
        checkContent(number, entry, found, seal.first)
        const hash = index === 0 && !isLinked ? entry.hash : checkLink(seal, number, entry)
        head = { number, hash }
        if (wanted.has(number)) wanted.set(number, hash)
      }
      const isWhole = seal.last === head.number && seal.hash === head.hash
      if (!isWhole) find({ kind: 'sealAltered', number: seal.first, to: seal.last })
      else if (seal.mark !== markOf(head)) find({ kind: 'badMark', number: seal.first, to: seal.last })
      for (const { id, at } of foreign) find({ kind: 'foreign', number: seal.first, to: seal.last, id, at })
    },

    /** `astray`: entries that say to be in a seal that there is not; `unsealed`: those that may explain a replacement. */
    end({
      hasHead,
      astray,
      unsealed,
    }: {
      hasHead: boolean
      astray: readonly FoundEntry[]
      unsealed: readonly StoredEntry[]
    }): { head: AuditHead; findings: SealFinding[]; count: number } {
      for (const entry of unsealed) noteExplained(entry)
      for (const { number, digest, ...of } of replaced)
        if (!explained.has(`${number} ${digest}`)) find({ kind: 'unexplained', number, ...of })
      for (const { id, at, seal } of astray) find({ kind: 'foreign', number: seal ?? 0, id, at })
      if (!hasHead && head.number > 0) find({ kind: 'headMissing', number: head.number })
      const last = Math.max(0, ...wanted.keys())
      if (last > head.number) find({ kind: 'cutOff', number: head.number + 1, to: last })
      for (const { mark, ...one } of noted) {
        const { number, hash } = one
        if (number <= head.number && wanted.get(number) !== hash) find({ kind: 'headDiffers', number })
        else if (mark !== undefined && mark !== markOf(one)) find({ kind: 'badMark', number })
      }
      return { head, findings, count }
    },
  }
}

function isSame({
  entry,
  salt,
  digest,
  sha256,
}: {
  entry: StoredEntry
  salt: string | null
  digest: string
  sha256: Sha256
}): boolean {
  return salt !== null && digestOf({ entry, salt, sha256 }) === digest
}
