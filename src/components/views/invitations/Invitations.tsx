'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { CreateInvitationOut, ListInvitationsOut } from '../../../endpoints/invitations/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { InvitationForm } from './InvitationForm'
import { InvitationLink } from './InvitationLink'
import { InvitationRow } from './InvitationRow'
import styles from './Invitations.module.css'

export type MadeInvitation = CreateInvitationOut & { isMailed: boolean }

/** Making invitations, and those there are with what became of them. */
export function Invitations() {
  const { t } = usePortalText()
  const { routes } = useConfig().config
  const [made, setMade] = useState<MadeInvitation | null>(null)
  const [page, setPage] = useState(1)
  const list = useResource<ListInvitationsOut>(`/api/invitations/list?page=${page}`)
  const show = (invitation: MadeInvitation) => {
    setMade(invitation)
    setPage(1)
    list.reload()
  }
  const domains = formatAdminURL({ adminRoute: routes.admin, path: '/collections/allowed-domains' })
  return (
    <div className={styles.sections}>
      <p className={styles.intro}>
        {t('invitations:intro')}{' '}
        <Link href={domains} prefetch={false}>
          {t('invitations:domains')}
        </Link>
      </p>
      <section aria-labelledby="new-invitation">
        <h2 id="new-invitation">{t('invitations:new')}</h2>
        {made ? (
          <InvitationLink made={made} onDone={() => setMade(null)} />
        ) : (
          <InvitationForm onMade={show} />
        )}
      </section>
      <section aria-labelledby="invitations">
        <h2 id="invitations">{t('invitations:listTitle')}</h2>
        {list.error && <LoadFailure message={list.error.message} onRetry={list.reload} />}
        {!list.data && !list.error && <p>{t('invitations:loading')}</p>}
        {list.data?.totalDocs === 0 && <p>{t('invitations:none')}</p>}
        {list.data && list.data.totalDocs > 0 && (
          <RowTable
            titles={['for', 'role', 'state', 'created', 'actions'].map((title) => t(`invitations:${title}`))}
          >
            {list.data.docs.map((invitation) => (
              <InvitationRow invitation={invitation} key={invitation.id} onChanged={list.reload} />
            ))}
          </RowTable>
        )}
        <Pages onTurn={setPage} page={page} totalPages={list.data?.totalPages ?? 1} />
      </section>
    </div>
  )
}
