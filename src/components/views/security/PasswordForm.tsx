'use client'

import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { AnswerForm } from '../../ui/AnswerForm'
import { ensureRepeated } from '../../ui/ensureRepeated'
import { fetchJson } from '../../ui/fetchJson'
import { PasswordMeter } from '../../ui/PasswordMeter'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'

const empty = { currentPassword: '', newPassword: '', repeated: '' }

/** Changes one's own password; the new one is typed twice. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t, language } = usePortalText()
  const { user } = useAuth()
  const [values, setValues] = useState(empty)
  const { currentPassword, newPassword, repeated } = values
  const submit = useSubmit(async () => {
    ensureRepeated({ password: newPassword, repeated, message: t('security:passwordsDiffer') })
    await fetchJson({ url: '/api/users/change-password', body: { currentPassword, newPassword } })
    setValues(empty)
    onChanged()
  })
  const line = (name: keyof typeof empty, label: string, autoComplete: string) => (
    <TextBox
      autoComplete={autoComplete}
      id={`field-${name}`}
      label={t(label)}
      onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
      required
      type="password"
      value={values[name]}
    />
  )
  return (
    <AnswerForm button={t('security:changePassword')} submit={submit}>
      {line('currentPassword', 'security:currentPassword', 'current-password')}
      {line('newPassword', 'security:newPassword', 'new-password')}
      <PasswordMeter
        email={user?.email}
        language={language}
        password={newPassword}
        username={user?.username ?? ''}
      />
      {line('repeated', 'security:repeatPassword', 'new-password')}
    </AnswerForm>
  )
}
