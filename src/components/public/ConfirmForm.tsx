'use client'

import { useState } from 'react'
import type { Language } from '../../domain/language'
import { registrationTexts } from '../translations/registrationTexts'
import { Failure } from '../ui/Failure'
import { fetchJson } from '../ui/fetchJson'
import { TextBox } from '../ui/TextBox'
import { useSubmit } from '../ui/useSubmit'
import { PublicPage } from './PublicPage'
import styles from './PublicPage.module.css'

/** The page that the mail to someone who registered leads to. */
export function ConfirmForm({
  language,
  signInUrl,
  token,
}: {
  language: Language
  signInUrl: string
  token: string | null
}) {
  const texts = registrationTexts[language]
  const [password, setPassword] = useState('')
  const [isDone, setIsDone] = useState(false)
  const { failure, isRunning, submit } = useSubmit(async () => {
    await fetchJson({ url: '/api/users/confirm-address', body: { token, password } })
    setIsDone(true)
  })
  if (isDone) {
    return (
      <PublicPage portal={texts.portal} title={texts.confirmedTitle}>
        <p role="status">{texts.confirmedText}</p>
        <a className={styles.button} href={signInUrl}>
          {texts.signIn}
        </a>
      </PublicPage>
    )
  }
  return (
    <PublicPage portal={texts.portal} title={texts.confirmTitle}>
      {token ? (
        <form className={styles.form} method="post" onSubmit={submit}>
          <p>{texts.confirmIntro}</p>
          <TextBox
            autoComplete="current-password"
            hasFocus
            id="field-password"
            label={texts.password}
            onChange={setPassword}
            required
            type="password"
            value={password}
          />
          <Failure message={failure} />
          <button className={styles.button} disabled={isRunning} type="submit">
            {isRunning ? texts.working : texts.confirm}
          </button>
        </form>
      ) : (
        <Failure message={texts.noToken} />
      )}
      <a className={styles.link} href="/registrieren">
        {texts.registerAgain}
      </a>
    </PublicPage>
  )
}
