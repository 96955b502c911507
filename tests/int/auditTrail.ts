import { expect } from 'vitest'
import type { AuditLog } from '../../src/payload-types'
import type { Portal } from './portal'

export type Change = { field: string; old: unknown; new: unknown }

/** What the audit log gains by some work. */
export function auditTrail(portal: Portal) {
  const all = async () => {
    const { docs } = await portal.payload.find({ collection: 'audit-log', pagination: false, sort: 'id' })
    return docs
  }
  const gainedBy = async (work: () => Promise<unknown>): Promise<AuditLog[]> => {
    const before = new Set((await all()).map(({ id }) => id))
    await work()
    return (await all()).filter(({ id }) => !before.has(id))
  }
  return {
    gainedBy,
    /** The same in words, in no order: who, what, on what, and the fields or what it carries. */
    toldOf: async (work: () => Promise<unknown>): Promise<string[]> => {
      const entries = await gainedBy(work)
      const names = await namesOf(portal)
      return entries.map((entry) => told(entry, names)).sort()
    },
  }
}

async function namesOf({ payload }: Portal): Promise<Map<string, string>> {
  const { docs } = await payload.find({ collection: 'users', pagination: false, depth: 0 })
  return new Map(docs.map(({ id, username }) => [id, username]))
}

function told({ user, action, entityType, changes }: AuditLog, names: Map<string, string>): string {
  const list = (changes ?? []) as Change[]
  const what = list.map((change) => (change.old === null ? change.field : `${change.field}!`)).sort()
  return [user ? names.get(user) : 'nobody', action, entityType, ...what].join(' ')
}

/** An answer that is as it should be. */
export async function fine(pending: Promise<{ status: number; body: any }>): Promise<any> {
  const { status, body } = await pending
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  expect(body.errors ?? []).toEqual([])
  return body
}
