import type { Payload } from 'payload'
import type { AuditEntry } from '../src/domain/audit/auditEntry'
import { newId } from '../src/store/newId'
import { storeOf } from '../src/store/storeOf'
import { createRandom, type Random } from '../tests/factories/random'

/** Who wrote most of the entries, who a few, and who the rest. */
type People = { most: string; few: string; rest: readonly string[] }

const blockSize = 20_000
const seconds = 2 * 365 * 24 * 60 * 60
const start = Date.parse('2024-11-25T00:00:00Z')
/** A case that much was done with. */
export const wellKnownCase = newId()
const cases = Array.from({ length: 100_000 }, newId)
const entriesOfCase = 60

/**
 * Writes entries as two years leave them: cases that imports create, DAK staff and admins change and open, logins and
 * downloads of a dozen people, most by one; now and then a domain is allowed or an account deleted.
 */
export function createAuditFiller({
  payload,
  people,
  total,
}: {
  payload: Payload
  people: People
  total: number
}) {
  const random = createRandom(11)
  let done = 0
  return async (count: number) => {
    for (let left = count; left > 0; left -= blockSize) {
      const audit = Array.from({ length: Math.min(blockSize, left) }, () => {
        done += 1
        return entryOf({ random, people, number: done, total })
      })
      const revision = await storeOf(payload).revisionOf('audit-seals')
      await storeOf(payload).replaceAuditValues({ revision, entries: [], seals: [], audit })
    }
  }
}

type Place = { random: Random; people: People; number: number; total: number }

function entryOf({ random, people, number, total }: Place): AuditEntry {
  const at = new Date(start + Math.floor((number / total) * seconds) * 1_000).toISOString()
  const origin = { at, ip: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }
  const user = random.chance(0.6) ? people.most : random.pick(people.rest)
  if (number % Math.floor(total / entriesOfCase) === 0)
    return {
      ...origin,
      user,
      action: 'update',
      entityType: 'cases',
      entityId: wellKnownCase,
      changes: changed(random),
    }
  if (number % 50_000 === 1)
    return {
      ...origin,
      user: people.few,
      action: 'create',
      entityType: 'allowed-domains',
      entityId: newId(),
      changes: [{ field: 'domain', old: null, new: 'example.org' }],
    }
  const share = random.next()
  const entityId = random.pick(cases)
  if (share < 0.45)
    return { ...origin, user, action: 'create', entityType: 'cases', entityId, changes: created }
  if (share < 0.75)
    return { ...origin, user, action: 'update', entityType: 'cases', entityId, changes: changed(random) }
  if (share < 0.9) return { ...origin, user, action: 'open', entityType: 'cases', entityId, changes: [] }
  if (share < 0.95)
    return {
      ...origin,
      user: null,
      action: 'loginFailed',
      entityType: 'users',
      entityId: 'unknown',
      changes: refused,
    }
  return { ...origin, user, action: 'login', entityType: 'users', entityId: user, changes: signedIn }
}

const refused = [{ field: 'reason', old: null, new: 'password' }]
const signedIn = [{ field: 'session', old: null, new: 'panel' }]
const created = [
  ['fallId', '2026-06-onko-Mustermann'],
  ['jahr', 2026],
  ['kw', 6],
  ['datum', '2026-02-02'],
  ['fallgruppe', 'onko'],
  ['nachname', 'Mustermann'],
  ['vorname', 'Erika'],
  ['geburtsdatum', '1960-04-28'],
  ['kvnr', 'A123456780'],
  ['quelle', 'crm'],
].map(([field, value]) => ({ field: String(field), old: null, new: value }))

const changed = (random: Random) => [
  { field: 'icd', old: null, new: `C${random.between(10, 97)}.${random.between(0, 9)}` },
]
