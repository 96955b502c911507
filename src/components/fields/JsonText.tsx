'use client'

import { FieldLabel, fieldBaseClass, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import styles from './JsonText.module.css'

/** What the portal noted, to be read. Payload's editor for it would be loaded from a foreign server. */
export function JsonText({ field, path: pathFromProps }: JSONFieldClientProps) {
  const { path, value } = useField<unknown>({ potentiallyStalePath: pathFromProps })
  return (
    <div className={fieldBaseClass}>
      <FieldLabel as="span" label={field.label} path={path} />
      <pre className={styles.text}>
        {value === null || value === undefined ? '–' : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  )
}
