'use client'

import { useState } from 'react'
import { type Role, roles } from '../../../access/hasRole'
import type { CreateInvitationOut } from '../../../endpoints/invitations/contract'
import { AnswerForm } from '../../ui/AnswerForm'
import { fetchJson } from '../../ui/fetchJson'
import { SelectBox } from '../../ui/SelectBox'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import type { MadeInvitation } from './Invitations'
import styles from './Invitations.module.css'

const dayMs = 24 * 60 * 60 * 1000

/** Whom an invitation is for, as what, and for how long. */
export function InvitationForm({ onMade }: { onMade: (made: MadeInvitation) => void }) {
  const { t, language } = usePortalText()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('dak_mitarbeiter')
  const [days, setDays] = useState(7)
  const [wantsMail, setWantsMail] = useState(true)
  const isMailed = wantsMail && email.trim() !== ''
  const submit = useSubmit(async () => {
    const expiresAt = new Date(Date.now() + days * dayMs).toISOString()
    const body = { email: email.trim(), role, expiresAt, mail: isMailed }
    const made = await fetchJson<CreateInvitationOut>({ url: '/api/invitations', body })
    onMade({ ...made, isMailed })
  })
  const roleOptions = (Object.keys(roles) as Role[]).map((value) => ({
    value,
    label: roles[value][language],
  }))
  const dayOptions = [1, 7, 14, 30].map((count) => ({
    value: count,
    label: count === 1 ? t('invitations:day') : t('invitations:daysOf', { count }),
  }))
  return (
    <AnswerForm button={t('invitations:create')} submit={submit}>
      <TextBox
        autoComplete="off"
        id="field-email"
        label={t('invitations:email')}
        onChange={setEmail}
        type="email"
        value={email}
      />
      <div className={styles.pair}>
        <SelectBox label={t('invitations:role')} onChange={setRole} options={roleOptions} value={role} />
        <SelectBox label={t('invitations:days')} onChange={setDays} options={dayOptions} value={days} />
      </div>
      <label className={styles.check}>
        <input
          checked={isMailed}
          disabled={email.trim() === ''}
          onChange={(event) => setWantsMail(event.target.checked)}
          type="checkbox"
        />
        {t('invitations:mail')}
      </label>
    </AnswerForm>
  )
}
