'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { AuditEntryOut } from '../../../endpoints/auditLog/contract'
import { formatMoment } from '../../ui/formatNumbers'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { AuditChanges } from './AuditChanges'

/** One entry: when, who, what, on what, and what it changed. */
export function AuditRow({ entry, isOfOne }: { entry: AuditEntryOut; isOfOne: boolean }) {
  const { t } = usePortalText()
  const { at, user, actionLabel, changes, ip, device } = entry
  return (
    <tr data-action={entry.action}>
      <td data-label={t('audit:time')}>
        <time dateTime={at}>{formatMoment(at)}</time>
      </td>
      <td data-label={t('audit:who')}>
        {user ?? t('audit:nobody')}
        {(ip || device) && <Aside>{[ip, device].filter(Boolean).join(' · ')}</Aside>}
      </td>
      <td data-label={t('audit:what')}>{actionLabel}</td>
      {!isOfOne && (
        <td data-label={t('audit:of')}>
          <Entity entry={entry} />
        </td>
      )}
      <td data-label={changes.length > 0 ? t('audit:changes') : undefined}>
        {changes.length > 0 && <AuditChanges changes={changes} />}
      </td>
    </tr>
  )
}

function Entity({ entry: { entityLabel, entityTitle, path } }: { entry: AuditEntryOut }) {
  const { routes } = useConfig().config
  const title = entityTitle || entityLabel
  const href = path && formatAdminURL({ adminRoute: routes.admin, path: path as `/${string}` })
  return (
    <>
      {href ? (
        <Link href={href} prefetch={false}>
          {title}
        </Link>
      ) : (
        title
      )}
      {entityTitle && <Aside>{entityLabel}</Aside>}
    </>
  )
}
