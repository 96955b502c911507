'use client'

import { type KeyboardEvent, memo, useId, useRef, useState } from 'react'
import { fallgruppen } from '../../../domain/cases/caseFields'
import { checkIcdCodes, type IcdLookup } from '../../../domain/icd/catalogue/checkIcdCodes'
import type { PendingIcdCase } from '../../../endpoints/icdEntry/contract'
import { formatDay } from '../../ui/formatDay'
import { IcdSuggestions } from '../../ui/icd/IcdSuggestions'
import { useIcdCombobox } from '../../ui/icd/useIcdCombobox'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { EntryStatus } from './EntryStatus'
import styles from './IcdQueue.module.css'
import { useIcdEntry } from './useIcdEntry'

type Props = {
  catalogue: IcdLookup | null
  found: PendingIcdCase
  onMove: (from: HTMLInputElement, step: 1 | -1) => void
  onStored: (id: string, icd: string) => void
}

/** One case of the queue with its input; saving goes on while the next line is typed. */
export const IcdRow = memo(function IcdRow({ catalogue, found, onMove, onStored }: Props) {
  const { t, language } = usePortalText()
  const [text, setText] = useState('')
  // What has been asked about: the same text again is meant.
  const [asked, setAsked] = useState<string | null>(null)
  const { entry, isStored, save, restore, takeTheirs } = useIcdEntry({ found, onStored })
  const combobox = useIcdCombobox({ text, onPick: setText, hasCatalogue: catalogue !== null })
  const statusId = useId()
  const field = useRef<HTMLInputElement>(null)

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    if (combobox.press(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      combobox.close()
      if (asked !== text && !isStored(text) && checkIcdCodes({ icd: text, catalogue }).length > 0) {
        setAsked(text)
        return
      }
      setAsked(null)
      // The codes as they are stored, unless the line has been typed into again.
      save(text, (icd) => setText((now) => (now === text ? icd : now)))
      onMove(input, 1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      onMove(input, event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') {
      setText(restore())
      setAsked(null)
    }
  }

  const goOnFromTheirs = () => {
    setText(takeTheirs())
    field.current?.focus()
  }

  const group = fallgruppen[found.fallgruppe as keyof typeof fallgruppen]?.[language] ?? found.fallgruppe
  return (
    <tr className={styles.row} data-state={entry.kind}>
      <td data-label={t('icd:case')}>
        <strong>{found.fallId}</strong>
        <Aside>{formatDay(found.datum)}</Aside>
      </td>
      <td data-label={t('icd:person')}>
        {[found.nachname, found.vorname].filter(Boolean).join(', ')}
        {found.geburtsdatum && <Aside>{t('icd:born', { day: formatDay(found.geburtsdatum) })}</Aside>}
      </td>
      <td data-label={t('icd:group')}>{group}</td>
      <td data-label={t('icd:topic')}>{found.thema ?? found.kurzbeschreibung}</td>
      <td className={styles.entry} data-label={t('icd:code')}>
        <div className={styles.field}>
          <input
            {...combobox.aria}
            aria-describedby={statusId}
            aria-invalid={entry.kind === 'refused' || entry.kind === 'conflict'}
            aria-label={t('icd:codeFor', { fallId: found.fallId })}
            autoCapitalize="characters"
            autoComplete="off"
            className={styles.input}
            onBlur={combobox.close}
            onChange={(event) => {
              setText(event.target.value)
              combobox.open()
            }}
            onKeyDown={press}
            ref={field}
            spellCheck={false}
            type="text"
            value={text}
          />
          <IcdSuggestions combobox={combobox} />
        </div>
        <EntryStatus
          catalogue={catalogue}
          entry={entry}
          id={statusId}
          onTakeTheirs={goOnFromTheirs}
          question={asked === text ? text : null}
        />
      </td>
    </tr>
  )
})
