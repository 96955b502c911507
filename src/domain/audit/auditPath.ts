import type { AuditedType } from './auditEntry'

/** Where what an entry is about is found, below the panel's address; `null` where there is no such place. */
export function auditPath({ entityType, id }: { entityType: AuditedType; id: string }): `/${string}` | null {
  switch (entityType) {
    case 'cases':
    case 'users':
    case 'allowed-domains':
    case 'yearly-summaries':
    case 'reports':
      return `/collections/${entityType}/${id}`
    case 'imports':
      return `/import/${id}`
    case 'invitations':
      return '/einladungen'
    case 'mails':
      return '/mails'
    case 'icd-catalogue':
      return '/collections/icd-catalogue'
    case 'erasures':
      return '/loeschung'
    case 'settings':
      return '/globals/settings'
    case 'files':
    case 'audit-log':
      return null
  }
}
