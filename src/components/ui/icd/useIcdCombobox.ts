'use client'

import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { typedCode, withCode } from '../../../domain/icd/catalogue/typedCode'
import type { IcdSuggestion } from '../../../endpoints/icdCatalogue/contract'
import { useIcdSuggestions } from './useIcdSuggestions'

export type IcdCombobox = ReturnType<typeof useIcdCombobox>

/**
 * An input of codes with suggestions for the last one, after ARIA's combobox with a list: arrows choose, Enter takes
 * what is chosen, Escape closes. Nothing is chosen until an arrow is pressed, so Enter alone stays the input's own.
 */
export function useIcdCombobox({
  text,
  onPick,
  hasCatalogue,
}: {
  text: string
  onPick: (text: string) => void
  hasCatalogue: boolean
}) {
  const id = useId()
  const [isWanted, setWanted] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const suggestions = useIcdSuggestions(isWanted && hasCatalogue ? typedCode(text).query : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has nothing chosen
  useEffect(() => setChosen(-1), [suggestions])
  const isOpen = isWanted && suggestions.length > 0

  const pick = ({ code }: IcdSuggestion) => {
    onPick(withCode({ text, code }))
    setWanted(false)
  }

  /** Whether the list took the key. */
  const press = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false
    const found = suggestions[chosen]
    if (event.key === 'ArrowDown') setChosen(stepped({ chosen, step: 1, count: suggestions.length }))
    else if (event.key === 'ArrowUp') setChosen(stepped({ chosen, step: -1, count: suggestions.length }))
    else if (event.key === 'Enter' && found) pick(found)
    else if (event.key === 'Escape') setWanted(false)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return {
    id,
    isOpen,
    suggestions,
    chosen,
    pick,
    press,
    open: () => setWanted(true),
    close: () => setWanted(false),
    /** What makes the input a combobox; without a catalogue it is none. */
    aria: hasCatalogue
      ? ({
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': isOpen,
          'aria-controls': id,
          'aria-activedescendant': isOpen && chosen >= 0 ? optionId(id, chosen) : undefined,
        } as const)
      : {},
  }
}

/** The id of a suggestion in the list of an id. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** The next one round the list, with a place for none at its ends. */
function stepped({ chosen, step, count }: { chosen: number; step: 1 | -1; count: number }): number {
  return ((chosen + 1 + step + count + 1) % (count + 1)) - 1
}
