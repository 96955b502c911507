'use client'

import { type InputHTMLAttributes, useId } from 'react'
import styles from './TextBox.module.css'

type TextBoxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  label: string
  value: string
  onChange: (value: string) => void
  hasFocus?: boolean
}

/** A labelled line of text. `hasFocus` puts the cursor into it when it appears. */
export function TextBox({ label, value, onChange, hasFocus, id, ...input }: TextBoxProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  return (
    <div className={styles.box}>
      <label className={styles.label} htmlFor={inputId}>
        {label}
      </label>
      <input
        {...input}
        className={styles.input}
        id={inputId}
        onChange={(event) => onChange(event.target.value)}
        ref={hasFocus ? focus : undefined}
        value={value}
      />
    </div>
  )
}

function focus(node: HTMLInputElement | null): void {
  node?.focus()
}
