import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditSeal, emptyHead, sealEntries } from './auditSeal'
import type { StoredEntry } from './canonicalEntry'
import { describeFinding } from './sealFinding'
import { createSealVerifier, type FoundEntry, type NotedHead } from './verifySeals'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')
const markOf = ({ number, hash }: NotedHead) => sha256(`secret ${number} ${hash}`)

const entry = (number: number): StoredEntry => ({
  id: `id-${number}`,
  at: new Date(1_800_000_000_000 + number).toISOString(),
  user: 'u1',
  action: 'update',
  entityType: 'cases',
  entityId: 'c1',
  changes: [{ field: 'ort', old: null, new: { z: number, a: [1, undefined, { y: 1, b: 2 }] } }],
  ip: null,
  userAgent: null,
})

type Log = { seals: AuditSeal[]; stored: Map<string, FoundEntry>; head: NotedHead }

/** A log of blocks of the sizes. */
function sealed(sizes: readonly number[], salt = 'salt'): Log {
  const log: Log = { seals: [], stored: new Map(), head: emptyHead }
  let salts = 0
  for (const size of sizes) {
    const entries = Array.from({ length: size }, (_, index) => entry(log.head.number + index + 1))
    const newSalt = () => {
      salts += 1
      return `${salt} ${salts}`
    }
    const block = sealEntries({ entries, head: log.head, newSalt, sha256 })
    log.head = { number: block.last, hash: block.hash }
    log.seals.push({ ...block, mark: markOf(log.head), sealedAt: '' })
    for (const one of entries) log.stored.set(one.id, { ...one, seal: block.first })
  }
  return log
}

function verify({ seals, stored, head }: Log) {
  const verifier = createSealVerifier({ sha256, markOf, noted: [{ ...head, mark: markOf(head) }] })
  for (const seal of seals) {
    const found = new Map(
      seal.entries.flatMap(({ id }) => (stored.has(id) ? [[id, stored.get(id) as FoundEntry]] : [])),
    )
    verifier.add({ seal, found, foreign: [] })
  }
  return verifier.end({ hasHead: true, astray: [], unsealed: [] })
}

const firstOf = (log: Log) => {
  const [first] = verify(log).findings
  return first && [first.kind, first.number]
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
const sizesAndNumber = sizes.chain((list) =>
  fc.tuple(fc.constant(list), fc.integer({ min: 1, max: list.reduce((sum, size) => sum + size, 0) })),
)

describe('a sealed log, whatever its blocks,', () => {
  test('is as it was sealed, whatever order the keys come back in', () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const log = sealed(list)
        for (const [id, one] of log.stored) {
          const { z, a } = (one.changes[0]?.new ?? {}) as { z: number; a: unknown[] }
          const changes = [{ new: { a: [a[0], undefined, { b: 2, y: 1 }], z }, old: null, field: 'ort' }]
          log.stored.set(id, { ...one, changes })
        }
        expect(verify(log)).toEqual({ head: log.head, findings: [], count: 0 })
      }),
    )
  })

  test('tells of the entry that was altered, and of no other', () => {
    const parts = fc.constantFrom(
      'at',
      'user',
      'action',
      'entityType',
      'entityId',
      'changes',
      'ip',
      'userAgent',
    )
    fc.assert(
      fc.property(sizesAndNumber, parts, ([list, number], part) => {
        const log = sealed(list)
        const id = `id-${number}`
        const before = log.stored.get(id) as FoundEntry
        const other = part === 'changes' ? [{ field: 'ort', old: null, new: 'Kiel' }] : 'another'
        log.stored.set(id, { ...before, [part]: other })
        expect(verify(log).findings).toEqual([{ kind: 'altered', number, id, at: entry(number).at }])
      }),
    )
  })

  test('tells of the entry that is gone', () => {
    fc.assert(
      fc.property(sizesAndNumber, ([list, number]) => {
        const log = sealed(list)
        log.stored.delete(`id-${number}`)
        expect(verify(log).findings).toMatchObject([{ kind: 'missing', number, id: `id-${number}` }])
      }),
    )
  })

  test('tells where its end is cut off, seals and all', () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const log = sealed([...list, 2])
        const cut = { ...log, seals: log.seals.slice(0, -1) }
        const { number } = log.head
        expect(verify(cut).findings).toEqual([{ kind: 'cutOff', number: number - 1, to: number }])
      }),
    )
  })

  test('tells where a block is gone from its middle', () => {
    const log = sealed([2, 3, 4])
    expect(firstOf({ ...log, seals: [log.seals[0], log.seals[2]] as AuditSeal[] })).toEqual([
      'sealMissing',
      3,
    ])
    expect(firstOf({ ...log, seals: log.seals.slice(1) })).toEqual(['sealMissing', 1])
  })
})

describe('somebody who', () => {
  const rewritten = (log: Log, change: (seal: AuditSeal) => AuditSeal, index = 1): Log => ({
    ...log,
    seals: log.seals.map((seal, at) => (at === index ? change(seal) : seal)),
  })

  test('exchanges the contents of two entries is found', () => {
    const log = sealed([4])
    const [second, third] = [log.stored.get('id-2'), log.stored.get('id-3')] as [FoundEntry, FoundEntry]
    log.stored.set('id-2', { ...third, id: 'id-2' })
    log.stored.set('id-3', { ...second, id: 'id-3' })
    expect(verify(log).findings.map(({ kind, number }) => [kind, number])).toEqual([
      ['swapped', 2],
      ['swapped', 3],
    ])
  })

  test('exchanges the places of two entries is found', () => {
    const log = sealed([1, 4])
    const exchange = (seal: AuditSeal) => {
      const [one, two, three, four] = seal.entries
      return { ...seal, entries: [one, three, two, four] as AuditSeal['entries'] }
    }
    expect(verify(rewritten(log, exchange)).findings.map(({ kind, number }) => [kind, number])).toEqual([
      ['swapped', 3],
      ['swapped', 4],
    ])
  })

  test('alters an entry and its digest is found by the chain', () => {
    const log = sealed([2, 3])
    const alter = (seal: AuditSeal) => {
      const entries = seal.entries.map((one, index) => (index === 1 ? { ...one, digest: sha256('x') } : one))
      return { ...seal, entries }
    }
    expect(verify(rewritten(log, alter)).findings.map(({ kind, number }) => [kind, number])).toEqual([
      ['altered', 4],
      ['sealAltered', 4],
    ])
  })

  test('seals everything anew without the secret is found by the mark, and by a head that was noted', () => {
    const log = sealed([2, 3])
    const forged = sealed([5], 'other')
    const seals = forged.seals.map((seal) => ({ ...seal, mark: sha256('guess') }))
    expect(verify({ ...forged, seals, head: log.head }).findings.map(({ kind }) => kind)).toEqual([
      'badMark',
      'headDiffers',
    ])
  })

  test('says that the values of an entry were replaced is found when no entry says so', () => {
    const log = sealed([2, 3])
    const replace = (seal: AuditSeal) => {
      const entries = seal.entries.map((one, index) => {
        if (index !== 1) return one
        const now = { ...(log.stored.get(one.id) as FoundEntry), changes: [] }
        log.stored.set(one.id, now)
        const canonical = JSON.stringify([
          now.id,
          now.at,
          now.user,
          now.action,
          now.entityType,
          now.entityId,
          null,
          null,
          [],
        ])
        return { ...one, salt: null, replaced: { salt: 's', digest: sha256(`s\n${canonical}`) } }
      })
      return { ...seal, entries }
    }
    expect(firstOf(rewritten(log, replace))).toEqual(['unexplained', 4])
  })
})

test('the first of many findings are told, and all are counted', () => {
  const log = sealed([150])
  log.stored.clear()
  const { findings, count } = verify(log)
  expect([findings.length, findings[0]?.number, count]).toEqual([100, 1, 150])
})

test('a finding names number, id and time', () => {
  const at = '2026-11-28T12:00:00.000Z'
  expect(describeFinding({ kind: 'missing', number: 7, id: 'x', at })).toBe(`Entry 7 (id x, ${at}) is gone.`)
  expect(describeFinding({ kind: 'cutOff', number: 8, to: 12 })).toBe('Entries 8 to 12 are cut off the end.')
})
