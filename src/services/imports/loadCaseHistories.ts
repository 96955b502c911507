import type { PayloadRequest } from 'payload'
import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { CaseHistory } from '../../domain/imports/sync/caseAtStand'

const casesPerQuery = 500

type Entry = { at: string | Date; entityId: string; changes: AuditEntry['changes'] | null }

/** What the audit log tells of cases after the versions they are asked for (`since`, an ISO instant), by id. */
export async function loadCaseHistories({
  req,
  cases,
}: {
  req: PayloadRequest
  cases: readonly { id: string; since: string }[]
}): Promise<Map<string, CaseHistory>> {
  const histories = new Map<string, CaseHistory[number][]>()
  for (let start = 0; start < cases.length; start += casesPerQuery) {
    const block = cases.slice(start, start + casesPerQuery)
    const earliest = block.map(({ since }) => since).sort()[0]
    const { docs } = await req.payload.db.find<Entry>({
      collection: 'audit-log',
      where: {
        and: [
          { entityType: { equals: 'cases' } },
          { entityId: { in: block.map(({ id }) => id) } },
          { at: { greater_than: earliest } },
        ],
      },
      select: { at: true, entityId: true, changes: true },
      pagination: false,
      req,
    })
    for (const { at, entityId, changes } of docs) {
      const history = histories.get(entityId) ?? []
      history.push({ at: new Date(at).toISOString(), changes: changes ?? [] })
      histories.set(entityId, history)
    }
  }
  return histories
}
