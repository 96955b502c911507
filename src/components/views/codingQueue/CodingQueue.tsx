'use client'

import { CaseFilters } from '../../ui/CaseFilters'
import { LoadFailure } from '../../ui/LoadFailure'
import { ProgressBar } from '../../ui/ProgressBar'
import { useCaseFilter } from '../../ui/useCaseFilter'
import { usePortalText } from '../../ui/usePortalText'
import { useYears } from '../../ui/useYears'
import { CodingForm } from './CodingForm'
import styles from './CodingQueue.module.css'
import { CodingTroubles } from './CodingTroubles'
import { OpenCases } from './OpenCases'
import { useCodingKeys } from './useCodingKeys'
import { useCodingWork } from './useCodingWork'

/** Code an opinion, Enter, next: one case large, the queue beside it, everything by keyboard. */
export function CodingQueue() {
  const { t } = usePortalText()
  const { filter, query, setFilter } = useCaseFilter()
  const years = useYears()
  const work = useCodingWork(query)
  useCodingKeys(work)
  const { progress, ratio, lastSaved } = work

  return (
    <div>
      <div className={styles.head}>
        <CaseFilters filter={filter} onChange={setFilter} years={years} />
        <div className={styles.progress}>
          <strong>{t('coding:progress', progress)}</strong>
          <ProgressBar done={progress.coded} label={t('coding:progress', progress)} total={progress.total} />
          <span>{t('coding:ratio', ratio)}</span>
        </div>
      </div>
      <p className={styles.keys}>{t('coding:keys')}</p>
      <p aria-live="polite" className={styles.message} data-kind={work.isUnchosen ? 'refused' : 'saved'}>
        {work.isUnchosen
          ? `⚠ ${t('coding:choose')}`
          : lastSaved && `✓ ${t('coding:saved', { fallId: lastSaved.fallId })}`}
      </p>
      <CodingTroubles work={work} />
      {work.failure && <LoadFailure message={work.failure} onRetry={work.reload} />}
      {work.isEmpty && (
        <p className={styles.empty}>✓ {t(query === '' ? 'coding:empty' : 'coding:emptyFiltered')}</p>
      )}
      {work.current && (
        <div className={styles.columns}>
          <OpenCases work={work} />
          <CodingForm key={work.current.id} work={work} />
        </div>
      )}
    </div>
  )
}
