'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'
import { actionLabels } from '../../../domain/audit/auditLabels'
import { SelectBox } from '../../ui/SelectBox'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import styles from './AuditLog.module.css'
import { useAuditChoices } from './useAuditChoices'
import type { AuditChoice } from './useAuditFilter'

type AuditFiltersProps = { choice: AuditChoice; onChoose: (choice: AuditChoice) => void }

/** What of the log: who, which action, on what, when. A list chooses at once, what is typed with Enter or the button. */
export function AuditFilters({ choice, onChoose }: AuditFiltersProps) {
  const { t, language } = usePortalText()
  const { users, types } = useAuditChoices()
  const [typed, setTyped] = useState(choice)
  const choose = (part: Partial<AuditChoice>) => onChoose({ ...typed, ...part })
  const all = { value: '', label: t('list:all') }
  const actions = Object.entries(actionLabels).map(([value, label]) => ({ value, label: label[language] }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    onChoose(typed)
  }
  const isAny = Object.entries(choice).some(([name, value]) => name !== 'page' && value !== '')
  const day = (name: 'from' | 'to') => (
    <TextBox
      label={t(`audit:${name}`)}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      type="date"
      value={typed[name]}
    />
  )
  return (
    <form aria-label={t('audit:filters')} className={styles.filters} onSubmit={send}>
      <SelectBox
        label={t('audit:user')}
        onChange={(user) => choose({ user })}
        options={[all, ...users]}
        value={choice.user}
      />
      <SelectBox
        label={t('audit:action')}
        onChange={(action) => choose({ action })}
        options={[all, ...actions]}
        value={choice.action}
      />
      <SelectBox
        label={t('audit:entityType')}
        onChange={(entityType) => choose({ entityType })}
        options={[all, ...types]}
        value={choice.entityType}
      />
      <TextBox
        autoComplete="off"
        label={t('audit:entityId')}
        onChange={(entityId) => setTyped({ ...typed, entityId })}
        value={typed.entityId}
      />
      {day('from')}
      {day('to')}
      <div className={styles.buttons}>
        <Button margin={false} size="medium" type="submit">
          {t('audit:apply')}
        </Button>
        {isAny && (
          <Button buttonStyle="secondary" margin={false} onClick={() => onChoose(nothing)} size="medium">
            {t('audit:reset')}
          </Button>
        )}
      </div>
    </form>
  )
}

const nothing: AuditChoice = {
  user: '',
  action: '',
  entityType: '',
  entityId: '',
  from: '',
  to: '',
  page: '',
}
