import type { AdminViewServerProps } from 'payload'
import { mailViewTexts } from '../translations/mailViewTexts'
import { MailPreview } from './mails/MailPreview'
import styles from './mails/Mails.module.css'
import { UndeliveredMails } from './mails/UndeliveredMails'
import { PortalPage } from './PortalPage'

/** `/admin/mails`: what could not be delivered, and how the texts of the mails look. For admins. */
export function MailsView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? mailViewTexts.en : mailViewTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="mails">
      <div className={styles.sections}>
        <UndeliveredMails />
        <MailPreview />
      </div>
    </PortalPage>
  )
}
