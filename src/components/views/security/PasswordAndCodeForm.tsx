'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { AnswerForm } from '../../ui/AnswerForm'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'

/** Asks for the password and a code before something that weakens the account. */
export function PasswordAndCodeForm({
  button,
  onSend,
  onCancel,
}: {
  button: string
  onSend: (answer: { password: string; code: string }) => Promise<void>
  onCancel: () => void
}) {
  const { t } = usePortalText()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const submit = useSubmit(() => onSend({ password, code }))
  const cancel = (
    <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
      {t('security:cancel')}
    </Button>
  )
  return (
    <AnswerForm beside={cancel} button={button} submit={submit}>
      <TextBox
        autoComplete="current-password"
        hasFocus
        id="field-mfa-password"
        label={t('security:password')}
        onChange={setPassword}
        required
        type="password"
        value={password}
      />
      <TextBox
        autoComplete="one-time-code"
        id="field-mfa-code"
        label={t('security:codeOrRecovery')}
        onChange={setCode}
        required
        value={code}
      />
    </AnswerForm>
  )
}
