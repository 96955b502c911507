import type { AdminViewServerProps } from 'payload'
import { invitationTexts } from '../translations/invitationTexts'
import { Invitations } from './invitations/Invitations'
import { PortalPage } from './PortalPage'

/** `/admin/einladungen`: making invitations and seeing what became of them; admins only. */
export function InvitationsView(props: AdminViewServerProps) {
  const texts = props.i18n.language === 'en' ? invitationTexts.en : invitationTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="invitations">
      <Invitations />
    </PortalPage>
  )
}
