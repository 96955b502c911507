import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { documentViews } from '../../access/rolesTable'
import { isAllowed } from '../../access/rule'
import { AuditHistory } from './auditLog/AuditHistory'
import { NoAccess } from './NoAccess'
import styles from './PortalPage.module.css'

/** The tab “Verlauf” of a case. Payload hides the tab and not the page, so who asks is looked at here too. */
export function CaseHistoryView({ initPageResult, i18n, doc }: DocumentViewServerProps) {
  const isOpen = isAllowed({ rule: documentViews['cases.verlauf'], user: initPageResult.req.user })
  const id = doc?.id ?? initPageResult.docID
  return (
    <Gutter className={styles.page}>
      {isOpen && id ? (
        <AuditHistory entityId={String(id)} entityType="cases" />
      ) : (
        <NoAccess language={i18n.language} />
      )}
    </Gutter>
  )
}
