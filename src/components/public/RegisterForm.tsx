'use client'

import { useState } from 'react'
import type { Language } from '../../domain/language'
import type { InvitationState } from '../../domain/users/invitationState'
import type { RegisterOut } from '../../endpoints/account/contract'
import { registrationTexts } from '../translations/registrationTexts'
import { ensureRepeated } from '../ui/ensureRepeated'
import { Failure } from '../ui/Failure'
import { fetchJson } from '../ui/fetchJson'
import { PasswordMeter } from '../ui/PasswordMeter'
import { TextBox } from '../ui/TextBox'
import { useSubmit } from '../ui/useSubmit'
import { PublicPage } from './PublicPage'
import styles from './PublicPage.module.css'

type Props = {
  language: Language
  signInUrl: string
  invitation: { token: string; state: InvitationState | 'unknown'; email: string | null } | null
}

/** The page where somebody registers; what it shows of an invitation is its state and the address it is bound to. */
export function RegisterForm({ language, signInUrl, invitation }: Props) {
  const texts = registrationTexts[language]
  const [answer, setAnswer] = useState<RegisterOut | null>(null)
  const [values, setValues] = useState({
    username: '',
    email: invitation?.email ?? '',
    password: '',
    repeated: '',
  })
  const set = (name: keyof typeof values) => (value: string) =>
    setValues((before) => ({ ...before, [name]: value }))
  const submit = useSubmit(async () => {
    const { repeated, ...body } = values
    ensureRepeated({ password: body.password, repeated, message: texts.differ })
    const token = invitation ? { invitation: invitation.token } : {}
    setAnswer(await fetchJson<RegisterOut>({ url: '/api/users/register', body: { ...body, ...token } }))
  })

  if (invitation && invitation.state !== 'active' && !answer) {
    return (
      <PublicPage portal={texts.portal} title={texts.registerTitle}>
        <Failure message={texts.invitationGone[invitation.state]} />
        <SignInLink label={texts.haveAccount} url={signInUrl} />
      </PublicPage>
    )
  }
  if (answer) {
    const title = answer.next === 'signIn' ? texts.invitedTitle : texts.registeredTitle
    return (
      <PublicPage portal={texts.portal} title={title}>
        <p role="status">{answer.message}</p>
        <a className={styles.button} href={signInUrl}>
          {texts.signIn}
        </a>
      </PublicPage>
    )
  }
  return (
    <PublicPage portal={texts.portal} title={texts.registerTitle}>
      <p>{invitation ? texts.invitedIntro : texts.registerIntro}</p>
      <form className={styles.form} method="post" onSubmit={submit.submit}>
        <TextBox
          autoComplete="name"
          hasFocus
          id="field-username"
          label={texts.username}
          maxLength={100}
          minLength={2}
          onChange={set('username')}
          required
          value={values.username}
        />
        <p className={styles.hint}>{texts.usernameHint}</p>
        <TextBox
          autoComplete="username"
          id="field-email"
          label={texts.email}
          onChange={set('email')}
          readOnly={Boolean(invitation?.email)}
          required
          type="email"
          value={values.email}
        />
        {invitation?.email && <p className={styles.hint}>{texts.emailBound}</p>}
        <TextBox
          autoComplete="new-password"
          id="field-password"
          label={texts.password}
          onChange={set('password')}
          required
          type="password"
          value={values.password}
        />
        <p className={styles.hint}>{texts.passwordHint}</p>
        <PasswordMeter
          email={values.email}
          language={language}
          password={values.password}
          username={values.username}
        />
        <TextBox
          autoComplete="new-password"
          id="field-repeated"
          label={texts.repeat}
          onChange={set('repeated')}
          required
          type="password"
          value={values.repeated}
        />
        <Failure message={submit.failure} />
        <button className={styles.button} disabled={submit.isRunning} type="submit">
          {submit.isRunning ? texts.working : texts.register}
        </button>
      </form>
      <SignInLink label={texts.haveAccount} url={signInUrl} />
    </PublicPage>
  )
}

function SignInLink({ label, url }: { label: string; url: string }) {
  return (
    <a className={styles.link} href={url}>
      {label}
    </a>
  )
}
