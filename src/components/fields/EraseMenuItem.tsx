'use client'

import { PopupList, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { views } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'
import { usePortalText } from '../ui/usePortalText'

/** In the menu of a case, for whom the page of the erasures is: there, with this case's person. */
export function EraseMenuItem() {
  const { t } = usePortalText()
  const { config } = useConfig()
  const { user } = useAuth<{ id: string; role?: string; isActive?: boolean }>()
  const { savedDocumentData, initialData } = useDocumentInfo()
  const fallId: unknown = (savedDocumentData ?? initialData)?.fallId
  if (!isAllowed({ rule: views.erasure, user }) || typeof fallId !== 'string') return null
  const path = `/loeschung?fall=${encodeURIComponent(fallId)}` as const
  return (
    <PopupList.Button href={formatAdminURL({ adminRoute: config.routes.admin, path })} id="action-erase">
      {t('erasure:menu')}
    </PopupList.Button>
  )
}
