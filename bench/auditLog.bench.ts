import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { type AuditQuery, listAudit } from '../src/services/audit/listAudit'
import { storeOf } from '../src/store/storeOf'
import { createAuditFiller, wellKnownCase } from './fillAuditLog'
import { forgetMongo } from './forgetMongo'
import { inOwnProcess } from './inOwnProcess'
import type { Measurement } from './measure'
import { medianMs } from './medianMs'
import type { Sealing } from './sealOnce'

/** Fewer where a compatible server takes the place of MongoDB; `AUDIT_ENTRIES` and `AUDIT_SEALED` for others. */
const entriesOn = { embedded: 1_000_000, other: 200_000 }
const sealed = Number(process.env.AUDIT_SEALED ?? 100_000)
const rounds = { warmUp: 1, runs: 5 }

/** Lists of the audit log with each of its filters, and sealing and verifying of 100,000 entries. */
export async function benchAuditLog(): Promise<Measurement[]> {
  const { payload } = await openPortal()
  const { isAlone } = storeOf(payload)
  const total = Number(process.env.AUDIT_ENTRIES ?? (isAlone ? entriesOn.embedded : entriesOn.other))
  const [most = '', few = '', ...rest] = await createPeople(payload)
  const fill = createAuditFiller({ payload, people: { most, few, rest }, total })
  await fill(sealed)
  const sealing = await inOwnProcess<Sealing>(new URL('sealOnce.ts', import.meta.url))
  await fill(total - sealed)
  const req = await createLocalReq({}, payload)
  const lists = await benchLists({
    req,
    lists: listsOf({ most, few }),
    size: `of ${total.toLocaleString('en')}`,
  })
  await forgetMongo(payload)
  const of = `of ${sealed.toLocaleString('en')} entries`
  return [
    ...lists,
    { name: `sealing ${of}`, value: sealing.sealMs, unit: 'ms', target: '' },
    { name: 'memory it takes', value: sealing.sealMegabytes, unit: 'MB', target: '' },
    { name: `verify-audit ${of}`, value: sealing.verifyMs, unit: 'ms', target: '' },
    { name: 'memory it takes', value: sealing.verifyMegabytes, unit: 'MB', target: '' },
  ]
}

async function createPeople(payload: Payload): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < 14; number += 1) {
    const data = {
      username: `Person ${number}`,
      email: `${number}@example.org`,
      role: 'admin',
      isActive: true,
    }
    ids.push(String((await payload.db.create({ collection: 'users', data })).id))
  }
  return ids
}

const day = { from: '2026-03-02', to: '2026-03-02' } as Pick<AuditQuery, 'from' | 'to'>
const year = { from: '2025-01-01', to: '2025-12-31' } as Pick<AuditQuery, 'from' | 'to'>
type Lists = Readonly<Record<string, AuditQuery & { page?: number }>>

const listsOf = ({ most, few }: { most: string; few: string }): Lists => ({
  'all entries': {},
  'all entries, page 400': { page: 400 },
  'entries of who has most': { user: most },
  'entries of who has few': { user: few },
  'entries of nobody signed in': { user: 'none' },
  'entries of one action, a common one': { action: 'create' },
  'entries of one action, one that nobody did': { action: 'resetMfa' },
  'entries of cases': { entityType: 'cases' },
  'entries of allowed domains': { entityType: 'allowed-domains' },
  'entries of one case (tab “Verlauf”)': { entityId: wellKnownCase, entityType: 'cases' },
  'entries of a day': day,
  'entries of a year': year,
  'entries of who has most, of an entity with few': { user: most, entityType: 'allowed-domains' },
  'entries of who has few, of a common action': { user: few, action: 'create' },
  'entries of who has most, of another action with few': { user: most, action: 'loginFailed' },
  'entries of a common action, of an entity with few': { action: 'create', entityType: 'allowed-domains' },
  'entries of who has most, of a day': { user: most, ...day },
  'entries of everything at once': { user: most, action: 'update', entityType: 'cases', ...year },
})

async function benchLists({
  req,
  lists,
  size,
}: {
  req: PayloadRequest
  lists: Lists
  size: string
}): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (const [name, { page = 1, ...query }] of Object.entries(lists)) {
    const value = await medianMs({
      ...rounds,
      work: () => listAudit({ req, query: { page, limit: 25, ...query } }),
    })
    measured.push({ name: `${name} ${size}`, value, unit: 'ms', target: '≤ 200 ms' })
  }
  return measured
}
