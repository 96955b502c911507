'use client'

import { usePortalText } from '../../ui/usePortalText'
import styles from './DropZone.module.css'

/** Downloads every case in the accounting format, to be edited and brought back (SPEC §4). */
export function SyncFileLink() {
  const { t } = usePortalText()
  return (
    <p className={styles.hint}>
      {t('import:syncHint')}{' '}
      <a download href="/api/admin/excel-sync">
        {t('import:syncFile')}
      </a>
    </p>
  )
}
