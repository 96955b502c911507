'use client'

import { useEffect, useState } from 'react'
import { describeProblem } from '../../domain/describeProblem'
import type { Language } from '../../domain/language'
import styles from './PasswordMeter.module.css'

type Judgement = { level: number; sentence: string }

const words = {
  de: { 3: 'Gutes Passwort.', 4: 'Sehr gutes Passwort.', label: 'Stärke des Passworts' },
  en: { 3: 'A good password.', 4: 'A very good password.', label: 'Strength of the password' },
}

/**
 * How good a password is while it is typed, by the rule that the server keeps. The word lists come with the first
 * letter, so that pages without a new password do not carry them.
 */
export function PasswordMeter({
  password,
  username = '',
  email = '',
  language,
}: {
  password: string
  username?: string
  email?: string
  language: Language
}) {
  const [judgement, setJudgement] = useState<Judgement | null>(null)
  useEffect(() => {
    if (password === '') return setJudgement(null)
    let isOver = false
    const timer = setTimeout(async () => {
      const { passwordStrength } = await import('../../domain/users/passwordProblems')
      const { level, problem } = passwordStrength({ password, owner: { username, email } })
      const praise = words[language][level === 4 ? 4 : 3]
      const sentence = problem ? describeProblem({ problem, language }) : praise
      if (!isOver) setJudgement({ level, sentence })
    }, 150)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [password, username, email, language])
  const level = judgement?.level ?? 0
  return (
    <div className={styles.meter}>
      <meter
        aria-label={words[language].label}
        className={styles.bar}
        data-level={level}
        high={2}
        low={2}
        max={4}
        min={0}
        optimum={4}
        value={level}
      />
      <p aria-live="polite" className={styles.sentence}>
        {judgement?.sentence}
      </p>
    </div>
  )
}
