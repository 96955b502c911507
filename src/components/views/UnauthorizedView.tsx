import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { gateOf, isActiveAccount } from '../../access/hasRole'
import { NoAccess } from './NoAccess'
import { LogoutLink } from './security/LogoutLink'

/** Where Payload sends whoever may not see a page: on to what has to be done first, or why not. */
export function UnauthorizedView({ initPageResult, i18n, payload }: AdminViewServerProps) {
  const { user } = initPageResult.req
  if (isActiveAccount(user) && gateOf(user))
    redirect(formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/konto' }))
  return (
    <>
      <NoAccess language={i18n.language} />
      <LogoutLink />
    </>
  )
}
