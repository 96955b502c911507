import type { Amendments, StoredAmendments } from '../../domain/imports/amendments'
import type { Import } from '../../payload-types'

/** What was decided and corrected in an import's preview. */
export function amendmentsOf({ decisions, corrections }: Import): Amendments {
  return {
    decisions: Object.fromEntries((decisions ?? []) as StoredAmendments['decisions']),
    corrections: Object.fromEntries((corrections ?? []) as StoredAmendments['corrections']),
  }
}
