'use client'

import { Link, toast, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect } from 'react'
import type { RetentionOut } from '../../../endpoints/erasures/contract'
import { AskFirst } from '../../ui/AskFirst'
import { fetchJson } from '../../ui/fetchJson'
import { formatDay } from '../../ui/formatDay'
import { formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './Erasures.module.css'

/** The retention periods, what they would erase now, and erasing it. */
export function Retention({ isRunning, onAsked }: { isRunning: boolean; onAsked: () => void }) {
  const { t } = usePortalText()
  const { routes } = useConfig().config
  const { data, error, reload } = useResource<RetentionOut>('/api/erasures/retention')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left is another number when an erasure ends
  useEffect(reload, [isRunning, reload])
  const settings = formatAdminURL({ adminRoute: routes.admin, path: '/globals/settings' })
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t('erasure:retention')}</h2>
      <p className={styles.intro}>
        {t('erasure:retentionIntro')}{' '}
        <Link href={settings} prefetch={false}>
          {t('erasure:settings')}
        </Link>
      </p>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {data && <DryRun data={data} onAsked={onAsked} />}
    </section>
  )
}

function DryRun({ data, onAsked }: { data: RetentionOut; onAsked: () => void }) {
  const { t } = usePortalText()
  const { day, at, caseDays, importDays, cases, imports, examples, isAutomatic } = data
  if (day === null && at === null) return <p>{t('erasure:noPeriods')}</p>
  return (
    <>
      <ul className={styles.list}>
        {day !== null && (
          <li>
            {t('erasure:casesBefore', { days: caseDays ?? 0, day: formatDay(day), count: cases })}
            {examples.length > 0 && (
              <details>
                <summary>{t('erasure:examples', { count: examples.length })}</summary>
                {examples.join(', ')}
              </details>
            )}
          </li>
        )}
        {at !== null && (
          <li>
            {t('erasure:importsBefore', { days: importDays ?? 0, at: formatMoment(at), count: imports })}
          </li>
        )}
        <li>{t(isAutomatic ? 'erasure:automatic' : 'erasure:byHand')}</li>
      </ul>
      {cases + imports > 0 && <EraseNow data={data} onAsked={onAsked} />}
    </>
  )
}

function EraseNow({ data: { cases, imports }, onAsked }: { data: RetentionOut; onAsked: () => void }) {
  const { t } = usePortalText()
  const erase = async () => {
    await fetchJson({ url: '/api/erasures/retention', method: 'POST' })
    toast.success(t('erasure:asked'))
    onAsked()
  }
  return (
    <AskFirst
      button={t('erasure:eraseNow')}
      no={t('erasure:no')}
      onYes={erase}
      question={t('erasure:eraseNowQuestion', { cases, imports })}
      yes={t('erasure:yes')}
    />
  )
}
