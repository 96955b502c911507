'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { RecoveryCodesOut } from '../../../endpoints/account/contract'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import { EnrolForm } from './EnrolForm'
import { PasswordAndCodeForm } from './PasswordAndCodeForm'
import { RecoveryCodes } from './RecoveryCodes'
import styles from './Security.module.css'

type Step = { name: 'shown' | 'disabling' | 'renewing' } | { name: 'codes'; codes: string[] }

/** Whether there is a second factor, and everything one does with it. */
export function SecondFactor({
  isEnabledAtFirst,
  onChanged,
}: {
  isEnabledAtFirst: boolean
  onChanged: () => void
}) {
  const { t } = usePortalText()
  const [isEnabled, setIsEnabled] = useState(isEnabledAtFirst)
  const change = (enabled: boolean) => {
    setIsEnabled(enabled)
    onChanged()
  }
  if (isEnabled) return <Enabled onDisabled={() => change(false)} />
  return (
    <div className={styles.steps}>
      <p>{t('security:mfaOff')}</p>
      <EnrolForm doneLabel={t('security:codesDone')} onDone={() => change(true)} />
    </div>
  )
}

function Enabled({ onDisabled }: { onDisabled: () => void }) {
  const { t } = usePortalText()
  const [step, setStep] = useState<Step>({ name: 'shown' })
  const show = () => setStep({ name: 'shown' })
  const disable = async (body: { password: string; code: string }) => {
    await fetchJson({ url: '/api/users/mfa/disable', body })
    toast.success(t('security:disabled'))
    onDisabled()
  }
  const renew = async (body: { password: string; code: string }) => {
    const { recoveryCodes } = await fetchJson<RecoveryCodesOut>({
      url: '/api/users/mfa/recovery-codes',
      body,
    })
    setStep({ name: 'codes', codes: recoveryCodes })
  }
  switch (step.name) {
    case 'codes':
      return <RecoveryCodes codes={step.codes} doneLabel={t('security:codesDone')} onDone={show} />
    case 'disabling':
      return <PasswordAndCodeForm button={t('security:disable')} onCancel={show} onSend={disable} />
    case 'renewing':
      return <PasswordAndCodeForm button={t('security:newCodes')} onCancel={show} onSend={renew} />
    case 'shown':
      return <Choices onChoose={setStep} />
  }
}

function Choices({ onChoose }: { onChoose: (step: Step) => void }) {
  const { t } = usePortalText()
  return (
    <div className={styles.steps}>
      <p>{t('security:mfaOn')}</p>
      <div className={styles.buttons}>
        <Button buttonStyle="secondary" margin={false} onClick={() => onChoose({ name: 'renewing' })}>
          {t('security:newCodes')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => onChoose({ name: 'disabling' })}>
          {t('security:disable')}
        </Button>
      </div>
    </div>
  )
}
