import type { PayloadRequest } from 'payload'
import { type Amendments, mergeAmendments } from '../../domain/imports/amendments'
import { withLock } from '../../lib/keyedLock'
import type { Import } from '../../payload-types'
import { queueTelling } from '../notifications/raiseEvent'
import { amendmentsOf } from './amendmentsOf'
import { applyPreviewed } from './applyPreviewed'
import { alreadyApplied, ensureOpen } from './importGuards'
import type { ImportResult } from './importResult'
import type { ImportSource } from './importSources'
import { moveImport } from './importStatus'
import { loadImport } from './loadImport'
import { reopenUnlessDone } from './reopenUnlessDone'

export type Confirmation = Amendments & { req: PayloadRequest; kind: ImportSource; importId: string }

/**
 * Applies a previewed import, whole or not at all, with what was decided and corrected in its preview and what is given
 * here over it. A second confirm is a `409` with the first result; of two at once one applies. Imports are applied one
 * after the other.
 */
export async function confirmImport(confirmation: Confirmation): Promise<ImportResult> {
  return withLock('imports', async () => {
    const entry = await beginApplying(confirmation)
    return carryOut({ ...confirmation, entry })
  })
}

/** Takes an import for applying; from now on nobody else does. */
export async function beginApplying({ req, kind, importId }: Confirmation): Promise<Import> {
  const entry = await loadImport({ req, id: importId })
  ensureOpen({ req, kind, entry })
  if (!(await moveImport({ req, importId, from: 'previewed', to: 'applying', data: { failure: null } }))) {
    throw alreadyApplied(req, await loadImport({ req, id: importId }))
  }
  return entry
}

/** Applies an import that was taken; whatever keeps it from being applied is noted with it, and it can be confirmed again. */
export async function carryOut({
  req,
  kind,
  importId,
  decisions,
  corrections,
  entry,
}: Confirmation & { entry: Import }): Promise<ImportResult> {
  const amendments = mergeAmendments({ stored: amendmentsOf(entry), given: { decisions, corrections } })
  return reopenUnlessDone({
    req,
    importId,
    from: 'applying',
    work: async () => {
      const result = await applyPreviewed({ req, kind, entry, amendments })
      await queueTelling(req)
      return result
    },
  })
}
