'use client'

import { Button } from '@payloadcms/ui'
import { memo, useDeferredValue, useId, useRef } from 'react'
import { fallgruppeKeys, fallgruppen } from '../../../../domain/cases/caseFields'
import { rasters } from '../../../../domain/reports/analyses/durationTable'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { LoadFailure } from '../../../ui/LoadFailure'
import { SelectBox } from '../../../ui/SelectBox'
import { usePortalText } from '../../../ui/usePortalText'
import { useResource } from '../../../ui/useResource'
import { type DashboardFilter, queryOf } from '../useDashboardFilter'
import styles from './Analyses.module.css'
import type { PanelProps } from './AnalysisPanel'
import { DurationPanel } from './DurationPanel'
import { IcdPanel } from './IcdPanel'
import { OpenWorkPanel } from './OpenWorkPanel'
import { OutcomePanel } from './OutcomePanel'
import { useHasBeenSeen } from './useHasBeenSeen'
import { usePrinting } from './usePrinting'

type AnalysesProps = { filter: DashboardFilter; onFilter: (change: Partial<DashboardFilter>) => void }

/** More than the Berichtswesen asks for. It is loaded when somebody scrolls to it; the figures above do not wait. */
export function Analyses({ filter, onFilter }: AnalysesProps) {
  const { t } = usePortalText()
  const section = useRef<HTMLElement>(null)
  const titleId = useId()
  const { jahr, fallgruppe } = filter
  const hasBeenSeen = useHasBeenSeen(section)
  const { data, error, isLoading, reload } = useResource<AnalysesOut>(
    hasBeenSeen ? `/api/reports/analyses?${queryOf({ jahr, fallgruppe })}` : null,
  )
  // A choice is shown at once and does not wait for the charts.
  const drawn = useDeferredValue(filter)
  const print = usePrinting()
  return (
    <section aria-busy={isLoading} aria-labelledby={titleId} className={styles.analyses} ref={section}>
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          {t('analyses:title')} {jahr}
        </h2>
        <Filters filter={filter} onFilter={onFilter} />
        <div className={styles.actions}>
          <a download href={`/api/reports/analyses/xlsx?${queryOf(filter)}`}>
            {t('analyses:workbook')}
          </a>
          <Button buttonStyle="secondary" margin={false} onClick={print} size="small">
            {t('analyses:print')}
          </Button>
        </div>
      </header>
      <p className={styles.intro}>{t('analyses:intro')}</p>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!(error && data === null) && (
        <div className={`${styles.panels} ${isLoading && data ? styles.stale : ''}`}>
          <Panels analyses={data} filter={drawn} />
        </div>
      )}
    </section>
  )
}

const Panels = memo(function Panels({ analyses, filter }: PanelProps) {
  return (
    <>
      <DurationPanel analyses={analyses} filter={filter} wait="unterlagen" />
      <DurationPanel analyses={analyses} filter={filter} wait="gutachten" />
      <OutcomePanel analyses={analyses} filter={filter} />
      <IcdPanel analyses={analyses} filter={filter} />
      <OpenWorkPanel analyses={analyses} filter={filter} />
    </>
  )
})

function Filters({ filter, onFilter }: AnalysesProps) {
  const { t, language } = usePortalText()
  return (
    <div className={styles.filters}>
      <SelectBox
        label={t('analyses:group')}
        onChange={(key) => onFilter({ fallgruppe: fallgruppeKeys.find((group) => group === key) ?? null })}
        options={[
          { value: '', label: t('analyses:allGroups') },
          ...fallgruppeKeys.map((key) => ({ value: key as string, label: fallgruppen[key][language] })),
        ]}
        value={filter.fallgruppe ?? ''}
      />
      <SelectBox
        label={t('analyses:raster')}
        onChange={(raster) => onFilter({ raster })}
        options={rasters.map((raster) => ({ value: raster, label: t(`analyses:raster_${raster}`) }))}
        value={filter.raster}
      />
    </div>
  )
}
