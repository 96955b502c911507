'use client'

import { Button, Link, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { ClientUser } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { AnswerForm } from '../../ui/AnswerForm'
import { fetchJson } from '../../ui/fetchJson'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'

type Session = Parameters<ReturnType<typeof useAuth<ClientUser>>['setUser']>[0]

/** E-mail and password, and the code where the account asks for one; then on to where one wanted to go. */
export function LoginForm({ redirectTo }: { redirectTo: string }) {
  const { t } = usePortalText()
  const { setUser } = useAuth()
  const router = useRouter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)

  const logIn = async () => {
    const body = { email, password, ...(code ? { totp: code } : {}) }
    setUser(await fetchJson<Session>({ url: '/api/users/login', body }))
    router.push(redirectTo)
  }
  const submit = useSubmit(logIn, (error) => {
    if (error.code === 'totpRequired') {
      setCode('')
      return null
    }
    return code !== null && error.status === 401 ? t('signIn:wrong') : error.message
  })

  const button = t(submit.isRunning ? 'signIn:signingIn' : 'signIn:signIn')
  if (code !== null) {
    const back = (
      <Button buttonStyle="secondary" margin={false} onClick={() => setCode(null)} type="button">
        {t('signIn:back')}
      </Button>
    )
    return (
      <AnswerForm beside={back} button={button} submit={submit}>
        <p>{t('signIn:codeIntro')}</p>
        <CodeBox code={code} label={t('signIn:code')} onChange={setCode} />
      </AnswerForm>
    )
  }
  return (
    <AnswerForm button={button} submit={submit}>
      <TextBox
        autoComplete="username"
        hasFocus
        id="field-email"
        label={t('general:email')}
        name="email"
        onChange={setEmail}
        required
        type="email"
        value={email}
      />
      <TextBox
        autoComplete="current-password"
        id="field-password"
        label={t('general:password')}
        name="password"
        onChange={setPassword}
        required
        type="password"
        value={password}
      />
      <ForgotLink />
      <Link href="/registrieren" prefetch={false}>
        {t('signIn:register')}
      </Link>
    </AnswerForm>
  )
}

/** The code of the app, or a recovery code, which has letters. */
export function CodeBox({
  code,
  label,
  onChange,
}: {
  code: string
  label: string
  onChange: (code: string) => void
}) {
  return (
    <TextBox
      autoComplete="one-time-code"
      hasFocus
      id="field-totp"
      label={label}
      name="totp"
      onChange={onChange}
      required
      value={code}
    />
  )
}

function ForgotLink() {
  const { t } = usePortalText()
  const { admin, routes } = useConfig().config
  const href = formatAdminURL({ adminRoute: routes.admin, path: admin.routes.forgot })
  return (
    <Link href={href} prefetch={false}>
      {t('authentication:forgotPasswordQuestion')}
    </Link>
  )
}
