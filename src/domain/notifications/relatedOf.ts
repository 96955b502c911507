import type { Related } from './notificationTypes'

/** What something stored leads to; nothing where either part is missing. */
export function relatedOf({
  relatedCollection,
  relatedId,
}: {
  relatedCollection?: string | null
  relatedId?: string | null
}): Related | null {
  if (!relatedCollection || !relatedId) return null
  return { collection: relatedCollection as Related['collection'], id: relatedId }
}
