import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { fallIdPrefix } from '../../domain/cases/fallId'
import { duplicateKeysOf } from '../../domain/imports/duplicateKeys'
import type { Decision, SourceRow } from '../../domain/imports/planItem'
import { planRows } from '../../domain/imports/planRows'
import type { ExistingCaseAt } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'

/** Plans rows against the database as it is now; nothing is written. */
export async function planImport({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: {
  req: PayloadRequest
  rows: SourceRow[]
  decisions?: ReadonlyMap<string, Decision>
  corrections?: ReadonlyMap<string, Record<string, unknown>>
}) {
  const store = storeOf(req.payload)
  const now = new Date()
  const context = {
    decisions,
    corrections,
    today: berlinDay(now),
    now: now.toISOString(),
    actor: req.user ? String(req.user.id) : null,
  }
  const first = planRows({ rows, existing: [], takenFallIds: [], ...context })
  const existing = await store.findDuplicateCandidates(duplicateKeysOf(first.items))
  const takenFallIds = await store.fallIdsWithPrefixes(prefixesOf(first.items))
  return { plan: planRows({ rows, existing, takenFallIds, ...context }), existing: byId(existing) }
}
