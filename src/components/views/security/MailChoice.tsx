'use client'

import { Button, toast, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import type { Language } from '../../../domain/language'
import {
  type NotificationType,
  notificationTypes,
  typesOfRole,
} from '../../../domain/notifications/notificationTypes'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Security.module.css'

type Choice = Partial<Record<NotificationType, boolean | null>>
type Chooser = { id: string; role: string; language?: Language | null; mailOf?: Choice | null }

/** Which notifications come by mail as well, and in which language. */
export function MailChoice() {
  const { user, fetchFullUser } = useAuth<Chooser>()
  return user ? <ChoiceForm onSaved={() => void fetchFullUser()} user={user} /> : null
}

function ChoiceForm({ user, onSaved }: { user: Chooser; onSaved: () => void }) {
  const { t, language } = usePortalText()
  const [mailOf, setMailOf] = useState<Choice>(user.mailOf ?? {})
  const [spoken, setSpoken] = useState<Language>(user.language ?? 'de')
  const { submit, isRunning, failure } = useSubmit(async () => {
    await fetchJson({ url: `/api/users/${user.id}`, method: 'PATCH', body: { language: spoken, mailOf } })
    toast.success(t('notifications:saved'))
    onSaved()
  })
  return (
    <form className={styles.steps} onSubmit={submit}>
      <p>{t('notifications:mailIntro')}</p>
      <fieldset className={styles.choices}>
        <legend>{t('notifications:mailAbout')}</legend>
        {typesOfRole(user.role).map((type) => (
          <label key={type}>
            <input
              checked={mailOf[type] !== false}
              name={type}
              onChange={({ target }) => setMailOf((before) => ({ ...before, [type]: target.checked }))}
              type="checkbox"
            />{' '}
            {notificationTypes[type][language]}
          </label>
        ))}
      </fieldset>
      <SelectBox
        label={t('notifications:language')}
        onChange={setSpoken}
        options={[
          { value: 'de', label: t('notifications:german') },
          { value: 'en', label: t('notifications:english') },
        ]}
        value={spoken}
      />
      <Failure message={failure} />
      <div>
        <Button buttonStyle="secondary" disabled={isRunning} margin={false} type="submit">
          {t('notifications:save')}
        </Button>
      </div>
    </form>
  )
}
