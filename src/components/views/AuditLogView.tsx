import type { AdminViewServerProps } from 'payload'
import { auditTexts } from '../translations/auditTexts'
import { AuditLog } from './auditLog/AuditLog'
import { PortalPage } from './PortalPage'

/** `/admin/protokoll`: who did what when, filtered, and as a file. For admins. */
export function AuditLogView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? auditTexts.en : auditTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="auditLog">
      <AuditLog />
    </PortalPage>
  )
}
