'use client'

import { useConfig } from '@payloadcms/ui'
import type { Gate } from '../../../access/hasRole'
import { usePortalText } from '../../ui/usePortalText'
import { EnrolForm } from './EnrolForm'
import { LogoutLink } from './LogoutLink'
import { PasswordForm } from './PasswordForm'
import styles from './Security.module.css'

/** What has to be done before the portal opens, and nothing else. */
export function GatePage({ gate }: { gate: Gate }) {
  const { t } = usePortalText()
  const { routes } = useConfig().config
  // The whole page anew: the panel in this one still knows the account as it was at the gate.
  const enter = () => window.location.assign(routes.admin)
  const isPassword = gate === 'passwordChangeRequired'
  return (
    <div className={styles.gate}>
      <h1>{t(isPassword ? 'security:passwordGateTitle' : 'security:mfaGateTitle')}</h1>
      <p>{t(isPassword ? 'security:passwordGateText' : 'security:mfaGateText')}</p>
      {isPassword ? (
        <PasswordForm onChanged={enter} />
      ) : (
        <EnrolForm doneLabel={t('security:continue')} onDone={enter} />
      )}
      <LogoutLink />
    </div>
  )
}
