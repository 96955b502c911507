import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { fallIdPrefix } from '../../domain/cases/fallId'
import { type Corrections, type DraftRow, draftRows } from '../../domain/imports/draftRows'
import { duplicateKeysOf } from '../../domain/imports/duplicateKeys'
import { type Plan, planDrafts } from '../../domain/imports/planDrafts'
import type { Decision, SourceRow } from '../../domain/imports/planItem'
import type { ExistingCaseAt } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'

/** Plans rows against the database as it is now; nothing is written. `existing` are the duplicates' cases by id. */
export async function planImport({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: {
  req: PayloadRequest
  rows: SourceRow[]
  decisions?: ReadonlyMap<string, Decision>
  corrections?: Corrections
}): Promise<{ plan: Plan; existing: Map<string, ExistingCaseAt> }> {
  const store = storeOf(req.payload)
  const instant = new Date()
  const now = instant.toISOString()
  const actor = req.user ? String(req.user.id) : null
  const drafts = draftRows({ rows, corrections, today: berlinDay(instant), now, actor })
  const existing = await store.findDuplicateCandidates(duplicateKeysOf(drafts))
  const takenFallIds = await store.fallIdsWithPrefixes(prefixesOf(drafts))
  const plan = planDrafts({ drafts, existing, takenFallIds, decisions, now, actor })
  return { plan, existing: new Map(existing.map((found) => [found.id, found])) }
}

function prefixesOf(drafts: readonly DraftRow[]): string[] {
  const prefixes = new Set<string>()
  for (const { ruled } of drafts) if (ruled) prefixes.add(fallIdPrefix(ruled.values))
  return [...prefixes]
}
