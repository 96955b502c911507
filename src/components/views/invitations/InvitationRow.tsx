'use client'

import { Button, Pill, toast } from '@payloadcms/ui'
import { roles } from '../../../access/hasRole'
import type { InvitationOut } from '../../../endpoints/invitations/contract'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { formatMoment } from '../../ui/formatNumbers'
import { Aside } from '../../ui/RowTable'
import { type PortalTranslate, usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Invitations.module.css'

const pillStyles = { active: 'success', used: 'dark', revoked: 'error', expired: 'warning' } as const

/** One invitation, what became of it, and what can still be done with it. */
export function InvitationRow({
  invitation,
  onChanged,
}: {
  invitation: InvitationOut
  onChanged: () => void
}) {
  const { t, language } = usePortalText()
  const { id, email, role, state, createdAt, createdBy } = invitation
  const who = email ?? t('invitations:anybody')
  const call = async (what: 'revoke' | 'mail', said: string) => {
    await fetchJson({ url: `/api/invitations/${id}/${what}`, method: 'POST' })
    toast.success(t(said))
    onChanged()
  }
  const revoke = useSubmit(() => call('revoke', 'invitations:revokedNow'))
  const send = useSubmit(() => call('mail', 'invitations:sent'))
  return (
    <tr data-state={state}>
      <td data-label={t('invitations:for')}>{who}</td>
      <td data-label={t('invitations:role')}>{roles[role][language]}</td>
      <td data-label={t('invitations:state')}>
        <Pill pillStyle={pillStyles[state]} size="small">
          {t(`invitations:${state}`)}
        </Pill>
        <Aside>{detailOf(invitation, t)}</Aside>
      </td>
      <td data-label={t('invitations:created')}>
        {formatMoment(createdAt)}
        {createdBy && <Aside>{t('invitations:by', { name: createdBy.username })}</Aside>}
      </td>
      <td>
        {state === 'active' && (
          <div className={styles.buttons}>
            {email && (
              <Button
                aria-label={t('invitations:sendOf', { who })}
                buttonStyle="secondary"
                disabled={send.isRunning}
                margin={false}
                onClick={() => send.submit()}
                size="small"
              >
                {t('invitations:send')}
              </Button>
            )}
            <Button
              aria-label={t('invitations:revokeOf', { who })}
              buttonStyle="secondary"
              disabled={revoke.isRunning}
              margin={false}
              onClick={() => revoke.submit()}
              size="small"
            >
              {t('invitations:revoke')}
            </Button>
          </div>
        )}
        <Failure message={revoke.failure ?? send.failure} />
      </td>
    </tr>
  )
}

function detailOf(
  { state, expiresAt, usedAt, usedBy, revokedAt }: InvitationOut,
  t: PortalTranslate,
): string {
  switch (state) {
    case 'active':
      return t('invitations:until', { moment: formatMoment(expiresAt) })
    case 'expired':
      return formatMoment(expiresAt)
    case 'revoked':
      return revokedAt ? formatMoment(revokedAt) : ''
    case 'used': {
      const moment = usedAt ? formatMoment(usedAt) : ''
      return usedBy ? t('invitations:usedBy', { name: usedBy.username, moment }) : moment
    }
  }
}
