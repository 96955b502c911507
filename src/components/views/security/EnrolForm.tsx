'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { MfaSetupOut, RecoveryCodesOut } from '../../../endpoints/account/contract'
import { AnswerForm } from '../../ui/AnswerForm'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import { RecoveryCodes } from './RecoveryCodes'
import styles from './Security.module.css'

/** Sets the second factor up: a picture for the app, its first code, then the recovery codes. */
export function EnrolForm({ doneLabel, onDone }: { doneLabel: string; onDone: () => void }) {
  const { t } = usePortalText()
  const [setup, setSetup] = useState<MfaSetupOut | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const start = useSubmit(async () =>
    setSetup(await fetchJson<MfaSetupOut>({ url: '/api/users/mfa/setup', body: {} })),
  )
  if (codes) return <RecoveryCodes codes={codes} doneLabel={doneLabel} onDone={onDone} />
  if (setup) return <FirstCode onEnabled={setCodes} setup={setup} />
  return (
    <div className={styles.steps}>
      <Failure message={start.failure} />
      <div>
        <Button disabled={start.isRunning} margin={false} onClick={() => start.submit()}>
          {t('security:setUp')}
        </Button>
      </div>
    </div>
  )
}

function FirstCode({ setup, onEnabled }: { setup: MfaSetupOut; onEnabled: (codes: string[]) => void }) {
  const { t } = usePortalText()
  const [code, setCode] = useState('')
  const submit = useSubmit(async () => {
    const { recoveryCodes } = await fetchJson<RecoveryCodesOut>({
      url: '/api/users/mfa/verify',
      body: { code },
    })
    onEnabled(recoveryCodes)
  })
  return (
    <div className={styles.steps}>
      <p>{t('security:scan')}</p>
      {/* biome-ignore lint/performance/noImgElement: a data URI needs no loader */}
      <img alt={t('security:qr')} className={styles.qr} src={setup.qr} />
      <code className={styles.secret}>{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <p>{t('security:enterCode')}</p>
      <AnswerForm button={t('security:confirm')} submit={submit}>
        <TextBox
          autoComplete="one-time-code"
          hasFocus
          id="field-code"
          inputMode="numeric"
          label={t('security:code')}
          onChange={setCode}
          required
          value={code}
        />
      </AnswerForm>
    </div>
  )
}
