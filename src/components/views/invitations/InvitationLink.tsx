'use client'

import { Button, toast } from '@payloadcms/ui'
import { usePortalText } from '../../ui/usePortalText'
import type { MadeInvitation } from './Invitations'
import styles from './Invitations.module.css'

/** The link of an invitation that was just made; it cannot be shown again. */
export function InvitationLink({ made, onDone }: { made: MadeInvitation; onDone: () => void }) {
  const { t } = usePortalText()
  const copy = async () => {
    await navigator.clipboard.writeText(made.link)
    toast.success(t('invitations:copied'))
  }
  return (
    <div className={styles.link} role="status">
      <strong>{t('invitations:linkTitle')}</strong>
      <p>{t('invitations:linkText')}</p>
      {made.isMailed && <p>{t('invitations:mailed')}</p>}
      <code>{made.link}</code>
      <div className={styles.buttons}>
        <Button margin={false} onClick={() => void copy()}>
          {t('invitations:copy')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onDone}>
          {t('invitations:done')}
        </Button>
      </div>
    </div>
  )
}
