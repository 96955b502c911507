'use client'

import { useId } from 'react'
import styles from './SelectBox.module.css'

type SelectBoxProps<Value extends number | string> = {
  label: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
  isDisabled?: boolean
}

/** A labelled choice of a few values; the browser's own list, so keyboard and screen reader know it. */
export function SelectBox<Value extends number | string>(props: SelectBoxProps<Value>) {
  const id = useId()
  const choose = (chosen: string) => {
    const option = props.options.find(({ value }) => String(value) === chosen)
    if (option) props.onChange(option.value)
  }
  return (
    <div className={styles.box}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <select
        className={styles.select}
        disabled={props.isDisabled}
        id={id}
        onChange={(event) => choose(event.target.value)}
        value={String(props.value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={String(value)}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
