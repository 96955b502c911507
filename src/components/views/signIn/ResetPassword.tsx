'use client'

import { useState } from 'react'
import { AnswerForm } from '../../ui/AnswerForm'
import { ensureRepeated } from '../../ui/ensureRepeated'
import { fetchJson } from '../../ui/fetchJson'
import { PasswordMeter } from '../../ui/PasswordMeter'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import { CodeBox } from './LoginForm'

/** Sets a new password with the token of a mail, and with the code where the account has a second factor. */
export function ResetPassword({ token }: { token: string }) {
  const { t, language } = usePortalText()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [code, setCode] = useState<string | null>(null)

  const reset = async () => {
    ensureRepeated({ password, repeated, message: t('signIn:differ') })
    const body = { token, password, ...(code ? { totp: code } : {}) }
    await fetchJson({ url: '/api/users/reset-password', body })
    window.location.assign('/admin')
  }
  const submit = useSubmit(reset, (error) => {
    if (error.code === 'totpRequired') setCode('')
    return error.message
  })

  return (
    <AnswerForm button={t('signIn:resetSubmit')} submit={submit}>
      <h1>{t('signIn:resetTitle')}</h1>
      <TextBox
        autoComplete="new-password"
        hasFocus
        id="field-password"
        label={t('authentication:newPassword')}
        onChange={setPassword}
        required
        type="password"
        value={password}
      />
      <PasswordMeter language={language} password={password} />
      <TextBox
        autoComplete="new-password"
        id="field-confirm-password"
        label={t('signIn:repeat')}
        onChange={setRepeated}
        required
        type="password"
        value={repeated}
      />
      {code !== null && <CodeBox code={code} label={t('signIn:code')} onChange={setCode} />}
    </AnswerForm>
  )
}
