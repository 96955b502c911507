import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { gateOf, isActiveAccount } from '../../access/hasRole'
import { securityTexts } from '../translations/securityTexts'
import { PortalPage } from './PortalPage'
import { GatePage } from './security/GatePage'
import { Security } from './security/Security'

/** `/admin/konto`: one's own password, second factor and sessions; at a gate, what has to be done first. */
export function SecurityView(props: AdminViewServerProps) {
  const { user } = props.initPageResult.req
  const gate = gateOf(user)
  if (isActiveAccount(user) && gate) {
    return (
      <MinimalTemplate>
        <GatePage gate={gate} />
      </MinimalTemplate>
    )
  }
  const texts = props.i18n.language === 'en' ? securityTexts.en : securityTexts.de
  return (
    <PortalPage {...props} title={texts.title} view="security">
      <Security hasSecondFactor={user?.mfaEnabled === true} />
    </PortalPage>
  )
}
