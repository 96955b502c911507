'use client'

import { Button, Link, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { EndedOut } from '../../endpoints/account/contract'
import { Failure } from '../ui/Failure'
import { fetchJson } from '../ui/fetchJson'
import { usePortalText } from '../ui/usePortalText'
import { useSubmit } from '../ui/useSubmit'
import styles from './AccountActions.module.css'

/** In the form of an account: what an admin may do to another's login; of one's own, the way to it. */
export function AccountActions() {
  const { t } = usePortalText()
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { routes } = useConfig().config
  if (!id) return null
  if (user?.id === id) {
    const href = formatAdminURL({ adminRoute: routes.admin, path: '/konto' })
    return (
      <p>
        <Link href={href} prefetch={false}>
          {t('security:ownLink')}
        </Link>
      </p>
    )
  }
  return <OthersLogin id={String(id)} />
}

function OthersLogin({ id }: { id: string }) {
  const { t } = usePortalText()
  const reset = useSubmit(async () => {
    await fetchJson({ url: `/api/users/${id}/mfa/reset`, method: 'POST' })
    toast.success(t('security:mfaReset'))
  })
  const end = useSubmit(async () => {
    const { ended } = await fetchJson<EndedOut>({ url: `/api/users/${id}/sessions`, method: 'DELETE' })
    toast.success(t('security:othersEnded', { count: ended }))
  })
  return (
    <div className={styles.actions}>
      <strong>{t('security:adminTitle')}</strong>
      <Button
        buttonStyle="secondary"
        disabled={reset.isRunning}
        margin={false}
        onClick={() => reset.submit()}
        type="button"
      >
        {t('security:resetMfa')}
      </Button>
      <Failure message={reset.failure} />
      <Button
        buttonStyle="secondary"
        disabled={end.isRunning}
        margin={false}
        onClick={() => end.submit()}
        type="button"
      >
        {t('security:endAll')}
      </Button>
      <Failure message={end.failure} />
    </div>
  )
}
