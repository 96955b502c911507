import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { views } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'
import { Dashboard } from './dashboard/Dashboard'
import { NoAccess } from './NoAccess'
import styles from './PortalPage.module.css'

/** The start page; Payload frames it itself, and leaves the check of the role to it. */
export function DashboardView({ initPageResult, i18n }: AdminViewServerProps) {
  const { user } = initPageResult.req
  return (
    <Gutter className={styles.page}>
      {isAllowed({ rule: views.dashboard, user }) ? (
        <Dashboard canCode={isAllowed({ rule: views.codingQueue, user })} />
      ) : (
        <NoAccess language={i18n.language} />
      )}
    </Gutter>
  )
}
