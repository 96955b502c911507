'use client'

import { toast, useAuth } from '@payloadcms/ui'
import { usePortalText } from '../../ui/usePortalText'
import { MailChoice } from './MailChoice'
import { PasswordForm } from './PasswordForm'
import { SecondFactor } from './SecondFactor'
import styles from './Security.module.css'
import { Sessions } from './Sessions'

/** One's own password, second factor and sessions, one below the other. */
export function Security({ hasSecondFactor }: { hasSecondFactor: boolean }) {
  const { t } = usePortalText()
  const { fetchFullUser } = useAuth()
  return (
    <div className={styles.sections}>
      <section aria-labelledby="second-factor">
        <h2 id="second-factor">{t('security:mfaTitle')}</h2>
        <SecondFactor isEnabledAtFirst={hasSecondFactor} onChanged={() => void fetchFullUser()} />
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{t('security:passwordTitle')}</h2>
        <PasswordForm onChanged={() => toast.success(t('security:passwordChanged'))} />
      </section>
      <section aria-labelledby="mail-choice">
        <h2 id="mail-choice">{t('notifications:mailTitle')}</h2>
        <MailChoice />
      </section>
      <Sessions />
    </div>
  )
}
