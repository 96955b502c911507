import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { hasRole } from '../../access/hasRole'
import { Dashboard } from './dashboard/Dashboard'
import { NoAccess } from './NoAccess'
import styles from './PortalPage.module.css'

/** The start page; Payload frames it itself, and leaves the check of the role to it. */
export function DashboardView({ initPageResult, i18n }: AdminViewServerProps) {
  const { user } = initPageResult.req
  const isAllowed = hasRole(user, 'admin', 'dak_mitarbeiter')
  return (
    <Gutter className={styles.page}>
      {isAllowed ? <Dashboard isAdmin={hasRole(user, 'admin')} /> : <NoAccess language={i18n.language} />}
    </Gutter>
  )
}
