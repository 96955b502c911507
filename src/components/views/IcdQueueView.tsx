import type { AdminViewServerProps } from 'payload'
import { icdTexts } from '../translations/icdTexts'
import { IcdQueue } from './icdQueue/IcdQueue'
import { PortalPage } from './PortalPage'

/** `/admin/icd`: the cases pending ICD, one line each; both roles. */
export function IcdQueueView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? icdTexts.en : icdTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="icdQueue">
      <IcdQueue />
    </PortalPage>
  )
}
