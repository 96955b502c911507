'use client'

import { type RefObject, useRef, useState } from 'react'
import type { RowField } from './rowFields'

/** The correcting of one row: the field its form begins with while it is open. */
export type RowCorrection = {
  correctable: readonly RowField[]
  focused: string | null
  open(field: string | null): void
  close(): void
  button: RefObject<HTMLButtonElement | null>
}

/** Opens and closes the form of a row; closed, the keyboard is where it was before. */
export function useRowCorrection(correctable: readonly RowField[]): RowCorrection {
  const [focused, setFocused] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setFocused(null)
    button.current?.focus()
  }
  return { correctable, focused, open: setFocused, close, button }
}
