import type { PayloadRequest } from 'payload'
import type { FoundEntry } from '../../domain/audit/seals/verifySeals'
import { eraseFromEntry } from '../../domain/erasure/eraseFromEntry'
import type { ErasureTarget } from '../../domain/erasure/erasureTarget'
import { createTurns } from '../../lib/giveWay'
import { storeOf } from '../../store/storeOf'
import { type Replacement, replaceAuditValues } from '../audit/replaceAuditValues'

const entriesAtOnce = 500
/** No case has as many. */
const maxEntriesOfCase = 100_000

type Work = { req: PayloadRequest; target: ErasureTarget }

/** Takes the values of somebody's cases, and their Fall-IDs, out of the audit log; returns how many entries had some. */
export async function eraseAuditValues(work: Work): Promise<number> {
  const store = storeOf(work.req.payload)
  let count = 0
  let ids: string[] = []
  const turn = createTurns()
  for (const entityId of work.target.caseIds) {
    const filter = { entityType: 'cases', entityId } as const
    ids.push(...(await store.auditIds({ filter, limit: maxEntriesOfCase })))
    if (ids.length < entriesAtOnce) continue
    count += await replaceIn({ ...work, entries: await store.auditEntriesOf(ids) })
    ids = []
    await turn()
  }
  count += await replaceIn({ ...work, entries: await store.auditEntriesOf(ids) })
  return count + (await eraseFilters(work))
}

/** What was downloaded is told with its selection, which may be a Fall-ID. */
async function eraseFilters(work: Work): Promise<number> {
  const store = storeOf(work.req.payload)
  let count = 0
  for (let start = 0; ; start += entriesAtOnce) {
    const page = { filter: { action: 'download' }, start, limit: entriesAtOnce } as const
    const entries = await store.auditPage(page)
    count += await replaceIn({ ...work, entries })
    if (entries.length < entriesAtOnce) return count
  }
}

async function replaceIn({
  req,
  target,
  entries,
}: Work & { entries: readonly FoundEntry[] }): Promise<number> {
  const replacements: Replacement[] = entries.flatMap((entry) => {
    const changes = eraseFromEntry({ entry, target })
    return changes ? [{ id: entry.id, changes }] : []
  })
  if (replacements.length > 0) await replaceAuditValues({ req, replacements })
  return replacements.length
}
