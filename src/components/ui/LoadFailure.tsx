'use client'

import { Button } from '@payloadcms/ui'
import styles from './LoadFailure.module.css'
import { usePortalText } from './usePortalText'

/** Says why something could not be loaded, and lets one try again. */
export function LoadFailure({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { t } = usePortalText()
  return (
    <div className={styles.failure} role="alert">
      <p className={styles.message}>{message}</p>
      <Button buttonStyle="secondary" margin={false} onClick={onRetry} size="small">
        {t('nav:retry')}
      </Button>
    </div>
  )
}
