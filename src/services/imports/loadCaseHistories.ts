import type { PayloadRequest } from 'payload'
import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { CaseHistory } from '../../domain/imports/sync/caseAtStand'

const casesPerQuery = 500

/** Whoever opens a case changes nothing of it. */
const changing: ReadonlySet<AuditEntry['action']> = new Set(['create', 'update', 'delete'])

type Entry = Pick<AuditEntry, 'action' | 'entityId'> & {
  at: string | Date
  changes: AuditEntry['changes'] | null
}

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
        and: [{ entityId: { in: block.map(({ id }) => id) } }, { at: { greater_than: earliest } }],
      },
      select: { at: true, action: true, entityId: true, changes: true },
      pagination: false,
      req,
    })
    for (const { at, action, entityId, changes } of docs) {
      // Chosen here: a condition on the action would lead a database to that one's index, through the entries of all cases.
      if (!changing.has(action)) continue
      const history = histories.get(entityId) ?? []
      history.push({ at: new Date(at).toISOString(), changes: changes ?? [] })
      histories.set(entityId, history)
    }
  }
  return histories
}
