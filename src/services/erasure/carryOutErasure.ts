import type { PayloadRequest } from 'payload'
import { auditEntryOf } from '../../domain/audit/auditEntry'
import type { Erasure } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import { eraseAuditValues } from './eraseAuditValues'
import { eraseRows } from './eraseRows'
import { findDeletedCases } from './findDeletedCases'
import { type StoredTarget, targetOf } from './targetOf'

const casesAtOnce = 500

type Counted = 'cases' | 'icdCodes' | 'importRows' | 'auditEntries'

/**
 * Erases whom an erasure is about: rows of imports, the cases with their codes, values of the audit log, and at last what
 * the erasure itself holds of them. It may be cut off anywhere and carried out again. What is erased leaves the files of
 * the database with `finishErasures`.
 */
export async function carryOutErasure({
  req,
  erasure,
}: {
  req: PayloadRequest
  erasure: Erasure
}): Promise<void> {
  const { payload } = req
  const stored = erasure.target as StoredTarget | null
  if (!stored) return
  const deleted = await findDeletedCases({ payload, persons: stored.persons })
  const all = {
    caseIds: [...stored.caseIds, ...deleted.caseIds],
    fallIds: [...stored.fallIds, ...deleted.fallIds],
    persons: stored.persons,
  }
  const target = targetOf(all)
  const counts = {
    importRows: await eraseRows({ payload, target }),
    ...(await eraseCases({ req, ids: stored.caseIds })),
    auditEntries: await eraseAuditValues({ req, target }),
  }
  await payload.db.updateOne({
    collection: 'erasures',
    id: erasure.id,
    data: { ...added(erasure, counts), caseIds: all.caseIds, target: null } satisfies Partial<Erasure>,
    req,
  })
}

async function eraseCases({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<{ cases: number; icdCodes: number }> {
  const store = storeOf(req.payload)
  const sum = { cases: 0, icdCodes: 0 }
  for (let start = 0; start < ids.length; start += casesAtOnce) {
    const there = await store.findByIds(ids.slice(start, start + casesAtOnce))
    const audit = there.map(({ id }) =>
      auditEntryOf({
        event: { action: 'erase', entityType: 'cases', entityId: id, details: {} },
        origin: auditOrigin(req),
      }),
    )
    const { cases, icdCodes } = await store.eraseCases({ ids: there.map(({ id }) => id), audit })
    sum.cases += cases
    sum.icdCodes += icdCodes
  }
  return sum
}

/** Of one that was cut off before, something is counted already. */
function added(erasure: Erasure, counts: Record<Counted, number>): Record<Counted, number> {
  const names = Object.keys(counts) as Counted[]
  return Object.fromEntries(names.map((name) => [name, erasure[name] + counts[name]])) as Record<
    Counted,
    number
  >
}
