import type { Figures, NotificationType, Related } from './notificationTypes'

/** Where a notification leads, below the panel's address: to what it is about, as far as its reader may see that. */
export function notificationPath({
  type,
  figures: { jahr, kw },
  related,
}: {
  type: NotificationType
  figures: Figures
  related: Related | null
}): `/${string}` {
  switch (type) {
    case 'new_cases_uploaded':
      return '/icd'
    case 'icd_entered':
      return related ? `/collections/cases/${related.id}` : '/collections/cases'
    case 'icd_uploaded':
      return related ? `/import/${related.id}` : '/import'
    case 'report_ready':
      return jahr && kw ? `/berichtswesen?jahr=${jahr}&kw=${kw}` : '/berichtswesen'
    case 'coding_completed':
      return '/'
  }
}
