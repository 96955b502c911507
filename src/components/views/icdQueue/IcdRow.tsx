'use client'

import { Button } from '@payloadcms/ui'
import { type KeyboardEvent, memo, useId, useRef, useState } from 'react'
import { fallgruppen } from '../../../domain/cases/caseFields'
import type { PendingIcdCase } from '../../../endpoints/icdEntry/contract'
import { formatDay } from '../../ui/formatDay'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import styles from './IcdQueue.module.css'
import { type IcdEntry, useIcdEntry } from './useIcdEntry'

type Props = {
  found: PendingIcdCase
  onMove: (from: HTMLInputElement, step: 1 | -1) => void
  onStored: (id: string, icd: string) => void
}

/** One case of the queue with its input; saving goes on while the next line is typed. */
export const IcdRow = memo(function IcdRow({ found, onMove, onStored }: Props) {
  const { t, language } = usePortalText()
  const [text, setText] = useState('')
  const { entry, save, restore, takeTheirs } = useIcdEntry({ found, onStored })
  const statusId = useId()
  const field = useRef<HTMLInputElement>(null)

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    if (event.key === 'Enter') {
      event.preventDefault()
      // The codes as they are stored, unless the line has been typed into again.
      save(text, (icd) => setText((now) => (now === text ? icd : now)))
      onMove(input, 1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      onMove(input, event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') {
      setText(restore())
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
        <input
          aria-describedby={statusId}
          aria-invalid={entry.kind === 'refused' || entry.kind === 'conflict'}
          aria-label={t('icd:codeFor', { fallId: found.fallId })}
          autoCapitalize="characters"
          autoComplete="off"
          className={styles.input}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          ref={field}
          spellCheck={false}
          type="text"
          value={text}
        />
        <EntryStatus entry={entry} id={statusId} onTakeTheirs={goOnFromTheirs} />
      </td>
    </tr>
  )
})

function EntryStatus({ entry, id, onTakeTheirs }: { entry: IcdEntry; id: string; onTakeTheirs: () => void }) {
  const { t } = usePortalText()
  return (
    <div aria-live="polite" className={styles.status} id={id}>
      {entry.kind === 'saving' && t('icd:saving')}
      {entry.kind === 'saved' && `✓ ${entry.icd ? t('icd:saved', { icd: entry.icd }) : t('icd:removed')}`}
      {entry.kind === 'refused' && `⚠ ${entry.message}`}
      {entry.kind === 'conflict' && (
        <>
          {`⚠ ${t('icd:conflict', { who: entry.who ?? t('icd:somebody'), icd: entry.icd || t('icd:noCode') })} `}
          <Button buttonStyle="secondary" margin={false} onClick={onTakeTheirs} size="small">
            {t('icd:takeTheirs')}
          </Button>
        </>
      )}
    </div>
  )
}
