import type { NotificationType, Related } from './notificationTypes'

/** Where a notification leads, below the panel's address: to what it is about, as far as its reader may see that. */
export function notificationPath({
  type,
  related,
}: {
  type: NotificationType
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
      return '/berichtswesen'
    case 'coding_completed':
      return '/'
  }
}
