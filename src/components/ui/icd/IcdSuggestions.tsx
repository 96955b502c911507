'use client'

import { useEffect, useRef } from 'react'
import type { IcdSuggestion } from '../../../endpoints/icdCatalogue/contract'
import { usePortalText } from '../usePortalText'
import styles from './IcdSuggestions.module.css'
import { type IcdCombobox, optionId } from './useIcdCombobox'

/** The list below an input of codes; the focus stays in the input. */
export function IcdSuggestions({ combobox }: { combobox: IcdCombobox }) {
  const { t } = usePortalText()
  const { id, isOpen, suggestions, chosen, pick } = combobox
  return (
    <div aria-label={t('icd:suggestions')} className={styles.list} hidden={!isOpen} id={id} role="listbox">
      {isOpen &&
        suggestions.map((suggestion, index) => (
          <Suggestion
            id={optionId(id, index)}
            isChosen={index === chosen}
            key={suggestion.code}
            onPick={() => pick(suggestion)}
            suggestion={suggestion}
          />
        ))}
    </div>
  )
}

type SuggestionProps = { suggestion: IcdSuggestion; id: string; isChosen: boolean; onPick: () => void }

function Suggestion({ suggestion: { code, title, terminal, usage }, id, isChosen, onPick }: SuggestionProps) {
  const { t } = usePortalText()
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const remark = terminal ? usage !== 'P' && t('icd:notPrimary', { usage }) : t('icd:notTerminal')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and takes the keys
    <div
      aria-selected={isChosen}
      className={styles.option}
      id={id}
      onClick={onPick}
      onMouseDown={(event) => event.preventDefault()}
      ref={option}
      role="option"
      tabIndex={-1}
    >
      <strong className={styles.code}>{code}</strong>
      <span>
        {title}
        {remark && <span className={styles.remark}> ⚠ {remark}</span>}
      </span>
    </div>
  )
}
