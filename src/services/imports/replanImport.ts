import type { PayloadRequest } from 'payload'
import { type AuditEntry, auditEntryOf } from '../../domain/audit/auditEntry'
import {
  type Amendments,
  mergeAmendments,
  storedForm,
  withoutDecisions,
} from '../../domain/imports/amendments'
import { countItems } from '../../domain/imports/countItems'
import { type DecideAll, decisionsForAll } from '../../domain/imports/decideAll'
import type { PlanCounts, PlanItem } from '../../domain/imports/planItem'
import { previewedItem } from '../../domain/imports/previewedItem'
import { inSlices } from '../../lib/inSlices'
import { refusal } from '../../lib/refuse'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import { amendmentsOf } from './amendmentsOf'
import { decisionsRefused } from './applyPreviewed'
import { changedBlocks } from './changedBlocks'
import { ensureKnownRows } from './ensureKnownRows'
import { loadPlanBlocks, loadPlanRows } from './importBlocks'
import { type ImportSource, importSources } from './importSources'
import { loadImport } from './loadImport'

/** How often a plan is made anew when somebody else changes the same preview. */
const maxAttempts = 3

type Replanning = Amendments & {
  req: PayloadRequest
  importId: string
  /** The kind of the import as the door knows it, which refuses those it does not let in. */
  sourceOf: (kind: string) => ImportSource
  /** Rows whose earlier decisions and corrections are taken back. */
  reset: readonly string[]
  /** Decisions on every duplicate of a kind, before those on single rows. */
  decideAll: readonly DecideAll[]
}

export type Replanned = {
  importId: string
  counts: PlanCounts
  /** The rows for which something else is planned than before. */
  items: PlanItem[]
  amendments: Amendments
}

/**
 * Plans a previewed import anew with what an admin decided and corrected, over what was decided and corrected before,
 * and stores both: whoever opens it next finds them. Nothing is written to the cases.
 */
export async function replanImport(replanning: Replanning): Promise<Replanned> {
  const { req, importId, sourceOf } = replanning
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const entry = await loadImport({ req, id: importId })
    const kind = sourceOf(entry.kind)
    const { status } = entry
    if (status !== 'previewed') {
      throw refusal(req, 409, 'importClosed', { params: { status }, extra: { importId, status } })
    }
    const { rows, blocks } = await loadPlanRows({ req, importId })
    const { amendments, items } = await planAnew({ ...replanning, kind, entry, rows })
    const changed = await changedBlocks({ req, importId, blocks, items })
    const counts = countItems(items)
    const outcome = await storeOf(req.payload).storeReplan({
      importId,
      at: new Date().toISOString(),
      version: entry.planVersion ?? 0,
      counts,
      blocks: changed.blocks,
      audit: auditOfReplan({ req, importId, amendments }),
      ...storedForm(amendments),
    })
    if (outcome === 'stored') return { importId, counts, items: changed.items, amendments }
  }
  throw refusal(req, 409, 'planBusy')
}

function auditOfReplan({
  req,
  importId,
  amendments: { decisions, corrections },
}: Pick<Replanning, 'req' | 'importId'> & { amendments: Amendments }): AuditEntry[] {
  const counts = {
    decisions: Object.keys(decisions).length,
    corrections: Object.keys(corrections).length,
  }
  const event = { action: 'replan', entityType: 'imports', entityId: importId, details: counts } as const
  return [auditEntryOf({ event, origin: auditOrigin(req) })]
}

type Planning = Omit<Replanning, 'sourceOf'> & {
  kind: ImportSource
  entry: Parameters<typeof amendmentsOf>[0]
  rows: Parameters<typeof ensureKnownRows>[0]['rows']
}

/** Earlier decisions that the rows no longer allow are forgotten; one that is given now and not possible is refused. */
async function planAnew({ req, importId, kind, entry, rows, reset, decideAll, ...given }: Planning) {
  const { plan: planRows, canCorrect } = importSources[kind]
  ensureKnownRows({
    req,
    rows,
    decisions: new Map(Object.entries(given.decisions)),
    corrections: new Map(Object.entries(given.corrections)),
    canCorrect,
  })
  const forAll = { decisions: await forAllRows({ req, importId, decideAll }), corrections: {} }
  const stored = mergeAmendments({ stored: amendmentsOf(entry), given: forAll, reset })
  let amendments = mergeAmendments({ stored, given })
  for (;;) {
    const { plan } = await planRows({
      req,
      rows,
      decisions: new Map(Object.entries(amendments.decisions)),
      corrections: new Map(Object.entries(amendments.corrections)),
    })
    const refusedNow = plan.refused.filter(({ key }) => Object.hasOwn(given.decisions, key))
    if (refusedNow.length > 0) throw decisionsRefused(req, refusedNow)
    if (plan.refused.length === 0) {
      return {
        amendments,
        items: await inSlices({ items: plan.items, work: (slice) => slice.map(previewedItem) }),
      }
    }
    amendments = withoutDecisions(amendments, new Set(plan.refused.map(({ key }) => key)))
  }
}

async function forAllRows({
  req,
  importId,
  decideAll,
}: Pick<Replanning, 'req' | 'importId' | 'decideAll'>): Promise<Amendments['decisions']> {
  if (decideAll.length === 0) return {}
  const positions = (await loadPlanBlocks({ req, importId, parts: [] })).map(({ position }) => position)
  const decisions = await inSlices({
    items: positions,
    size: 1,
    work: async (slice) => {
      const [block] = await loadPlanBlocks({ req, importId, parts: ['items'], positions: slice })
      return decideAll.flatMap((wanted) => decisionsForAll({ items: block?.items ?? [], wanted }))
    },
  })
  return Object.fromEntries(decisions)
}
