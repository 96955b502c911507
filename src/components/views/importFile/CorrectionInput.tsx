'use client'

import { useId } from 'react'
import type { Language } from '../../../domain/language'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { focusOnce } from '../../ui/focusOnce'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CorrectionForm.module.css'
import { isChosen, unreadable } from './correctionFields'
import type { RowField } from './rowFields'

type Props = {
  item: PlanItemOut
  field: RowField
  value: string
  isFocused: boolean
  onType: (text: string) => void
}

/** One field of a row: a list where values are chosen, else a text; days as DD.MM.YYYY. */
export function CorrectionInput({ item, field, value, isFocused, onType }: Props) {
  const { t, language } = usePortalText()
  const id = useId()
  const noteId = useId()
  const { name, label, kind } = field
  const problem = item.problems.find((one) => one.field === name)
  const raw = isChosen(field) ? unreadable({ item, field }) : null
  const common = {
    id,
    'aria-invalid': problem?.level === 'error',
    'aria-describedby': problem ? noteId : undefined,
    className: styles.input,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
    ref: isFocused ? focusOnce : undefined,
    value,
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label[language]}
      </label>
      {isChosen(field) ? (
        <select {...common}>
          <option value="">{t('preview:none')}</option>
          {optionsOf({ field, language }).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      ) : kind === 'longText' ? (
        <textarea {...common} rows={2} />
      ) : (
        <input
          {...common}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          placeholder={kind === 'day' ? t('preview:dayPlaceholder') : undefined}
          type="text"
        />
      )}
      {problem && (
        <span className={styles.note} data-level={problem.level} id={noteId}>
          {problem.message} {raw && t('preview:notReadable', { value: raw })}
        </span>
      )}
    </div>
  )
}

function optionsOf({
  field: { kind, options },
  language,
}: {
  field: RowField
  language: Language
}): [string, string][] {
  if (kind === 'boolean')
    return language === 'en'
      ? [
          ['ja', 'Yes'],
          ['nein', 'No'],
        ]
      : [
          ['ja', 'Ja'],
          ['nein', 'Nein'],
        ]
  return Object.entries(options).map(([key, label]) => [key, label[language]])
}
