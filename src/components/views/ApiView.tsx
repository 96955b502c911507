import type { AdminViewServerProps } from 'payload'
import { apiTexts } from '../translations/apiTexts'
import { ApiReader } from './api/ApiReader'
import { PortalPage } from './PortalPage'

/** `/admin/schnittstelle`: what the API takes and gives, read from its own description. */
export function ApiView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? apiTexts.en : apiTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="api">
      <ApiReader role={props.initPageResult.req.user?.role ?? ''} />
    </PortalPage>
  )
}
