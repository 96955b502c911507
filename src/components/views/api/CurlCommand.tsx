'use client'

import { Button, toast } from '@payloadcms/ui'
import { usePortalText } from '../../ui/usePortalText'
import styles from './Api.module.css'
import { curlOf } from './curlOf'
import type { ListedOperation } from './listOperations'

/** The operation as a command, to be copied. */
export function CurlCommand({ listed, server }: { listed: ListedOperation; server: string }) {
  const { t } = usePortalText()
  const command = curlOf(listed, server)
  const copy = async () => {
    await navigator.clipboard.writeText(command)
    toast.success(t('api:copied'))
  }
  return (
    <div className={styles.command}>
      <pre className={styles.code}>{command}</pre>
      <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="small">
        {t('api:copy')}
      </Button>
    </div>
  )
}
