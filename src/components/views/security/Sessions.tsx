'use client'

import { Button, toast } from '@payloadcms/ui'
import { describeDevice } from '../../../domain/users/describeDevice'
import type { EndedOut, SessionsOut } from '../../../endpoints/account/contract'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { useSubmit } from '../../ui/useSubmit'
import styles from './Security.module.css'

type Session = SessionsOut['docs'][number]

/** Where one is logged in; each session can be ended, or all but this one. */
export function Sessions() {
  const { t } = usePortalText()
  const { data, error, reload } = useResource<SessionsOut>('/api/users/sessions')
  const endOthers = useSubmit(async () => {
    const { ended } = await fetchJson<EndedOut>({ url: '/api/users/sessions', method: 'DELETE' })
    toast.success(t('security:othersEnded', { count: ended }))
    reload()
  })
  const titles = ['device', 'address', 'started', 'lastSeen', 'action'].map((title) => t(`security:${title}`))
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('security:sessionsTitle')}</h2>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p>{t('security:sessionsLoading')}</p>}
      {data && (
        <div className={styles.steps}>
          <RowTable titles={titles}>
            {data.docs.map((session) => (
              <SessionRow key={session.id} onEnded={reload} session={session} />
            ))}
          </RowTable>
          <Failure message={endOthers.failure} />
          {data.docs.length > 1 && (
            <div>
              <Button
                buttonStyle="secondary"
                disabled={endOthers.isRunning}
                margin={false}
                onClick={() => endOthers.submit()}
              >
                {t('security:endOthers')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}

function SessionRow({ session, onEnded }: { session: Session; onEnded: () => void }) {
  const { t } = usePortalText()
  const device = describeDevice(session.userAgent) || t('security:unknownDevice')
  const end = useSubmit(async () => {
    await fetchJson({ url: `/api/users/sessions/${session.id}`, method: 'DELETE' })
    toast.success(t('security:ended'))
    onEnded()
  })
  return (
    <tr data-current={session.isCurrent}>
      <td data-label={t('security:device')}>
        {device}
        {session.isCurrent && <Aside>{t('security:thisSession')}</Aside>}
        {session.kind === 'api' && <Aside>{t('security:apiSession')}</Aside>}
      </td>
      <td data-label={t('security:address')}>{session.ip}</td>
      <td data-label={t('security:started')}>{formatMoment(session.startedAt)}</td>
      <td data-label={t('security:lastSeen')}>{formatMoment(session.lastSeenAt)}</td>
      <td>
        {!session.isCurrent && (
          <Button
            aria-label={t('security:endOf', { device })}
            buttonStyle="secondary"
            disabled={end.isRunning}
            margin={false}
            onClick={() => end.submit()}
            size="small"
          >
            {t('security:end')}
          </Button>
        )}
        <Failure message={end.failure} />
      </td>
    </tr>
  )
}
