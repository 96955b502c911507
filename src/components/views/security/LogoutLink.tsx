'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { usePortalText } from '../../ui/usePortalText'

/** Leads out of the portal where there is no navigation to do it. */
export function LogoutLink() {
  const { t } = usePortalText()
  const { admin, routes } = useConfig().config
  const href = formatAdminURL({ adminRoute: routes.admin, path: admin.routes.logout })
  return (
    <Button buttonStyle="secondary" el="anchor" url={href}>
      {t('security:gateLogout')}
    </Button>
  )
}
