'use client'

import { Button, toast } from '@payloadcms/ui'
import { focusOnMount } from '../../ui/focusOnMount'
import { usePortalText } from '../../ui/usePortalText'
import styles from './Security.module.css'

/** The recovery codes, this once: to copy or print. */
export function RecoveryCodes({
  codes,
  doneLabel,
  onDone,
}: {
  codes: string[]
  doneLabel: string
  onDone: () => void
}) {
  const { t } = usePortalText()
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    toast.success(t('security:copied'))
  }
  return (
    <div className={styles.steps}>
      <h3 ref={focusOnMount} tabIndex={-1}>
        {t('security:codesTitle')}
      </h3>
      <p>{t('security:codesText')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
          {t('security:copy')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => window.print()}>
          {t('security:print')}
        </Button>
        <Button margin={false} onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </div>
  )
}
