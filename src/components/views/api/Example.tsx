'use client'

import { usePortalText } from '../../ui/usePortalText'
import styles from './Api.module.css'

/** An example, folded away until it is asked for. */
export function Example({ value }: { value: unknown }) {
  const { t } = usePortalText()
  return (
    <details className={styles.example}>
      <summary>{t('api:example')}</summary>
      <pre className={styles.code}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  )
}
