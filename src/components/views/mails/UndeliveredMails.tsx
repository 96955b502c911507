'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { UndeliveredMail, UndeliveredOut } from '../../../endpoints/mails/contract'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Mails.module.css'

const columns = ['to', 'subject', 'reason', 'lastTried', 'next', 'action']

/** The mails that failed, those tried again by themselves among them; each can be sent again or discarded. */
export function UndeliveredMails() {
  const { t } = usePortalText()
  const [page, setPage] = useState(1)
  const { data, error, reload } = useResource<UndeliveredOut>(`/api/mails/undelivered?page=${page}`)
  return (
    <section aria-labelledby="undelivered">
      <h2 id="undelivered">{t('mails:undelivered')}</h2>
      <p>{t('mails:undeliveredIntro')}</p>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p>{t('mails:loading')}</p>}
      {data?.docs.length === 0 && <p>{t('mails:none')}</p>}
      {data && data.docs.length > 0 && (
        <>
          <RowTable titles={columns.map((column) => t(`mails:${column}`))}>
            {data.docs.map((mail) => (
              <MailRow key={mail.id} mail={mail} onDone={reload} />
            ))}
          </RowTable>
          <Pages onTurn={setPage} page={page} totalPages={data.totalPages} />
        </>
      )}
    </section>
  )
}

function MailRow({ mail, onDone }: { mail: UndeliveredMail; onDone: () => void }) {
  const { t } = usePortalText()
  const { id, to, subject, failure, failureDetail, tries, lastTriedAt, nextTryAt } = mail
  const again = useSubmit(async () => {
    await fetchJson({ url: `/api/mails/${id}/send-again`, method: 'POST' })
    toast.success(t('mails:queued'))
    onDone()
  })
  const discard = useSubmit(async () => {
    await fetchJson({ url: `/api/mails/${id}`, method: 'DELETE' })
    toast.success(t('mails:discarded'))
    onDone()
  })
  const isRunning = again.isRunning || discard.isRunning
  const button = { buttonStyle: 'secondary', disabled: isRunning, margin: false, size: 'small' } as const
  return (
    <tr>
      <td data-label={t('mails:to')}>{to}</td>
      <td data-label={t('mails:subject')}>{subject}</td>
      <td data-label={t('mails:reason')}>
        {t(`mails:${failure}`)}
        <Aside>{failureDetail}</Aside>
      </td>
      <td data-label={t('mails:lastTried')}>
        {lastTriedAt && formatMoment(lastTriedAt)}
        <Aside>{t('mails:tries', { count: tries })}</Aside>
      </td>
      <td data-label={t('mails:next')}>{nextTryAt ? formatMoment(nextTryAt) : t('mails:noNext')}</td>
      <td>
        <div className={styles.buttons}>
          <Button {...button} aria-label={t('mails:againOf', { to })} onClick={() => again.submit()}>
            {t('mails:again')}
          </Button>
          <Button {...button} aria-label={t('mails:discardOf', { to })} onClick={() => discard.submit()}>
            {t('mails:discard')}
          </Button>
        </div>
        <Failure message={again.failure ?? discard.failure} />
      </td>
    </tr>
  )
}
