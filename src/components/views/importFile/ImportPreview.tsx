'use client'

import { Button } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { ImportStateOut } from '../../../endpoints/importFiles/contract'
import { focusOnMount } from '../../ui/focusOnMount'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { DecideAll } from './DecideAll'
import styles from './ImportPreview.module.css'
import { ImportRows } from './ImportRows'
import { PreviewFilters } from './PreviewFilters'
import { usePreviewFilter } from './usePreviewFilter'
import { useReplanning } from './useReplanning'

/** What will happen to each row, before it happens: counts as filters, the rows to correct and decide on, the way on. */
export function ImportPreview({
  state,
  failure,
  onPlanned,
  onConfirm,
  onLeave,
}: {
  state: ImportStateOut
  failure: string | null
  /** Counts are other than before. */
  onPlanned: () => void
  onConfirm: () => Promise<void>
  onLeave: () => void
}) {
  const { t, language } = usePortalText()
  const { filter, setFilter } = usePreviewFilter()
  const replanning = useReplanning({ importId: state.importId, onPlanned })
  const onPage = useCallback((page: number) => setFilter({ page }), [setFilter])
  const { counts } = state
  const count = counts.create + counts.update
  const isOpen = state.status === 'previewed'
  const failures = [
    failure ?? state.failure?.message,
    replanning.failure,
    isOpen ? null : t('import:expired'),
  ]
  return (
    <section>
      <h2 className={styles.filename} ref={focusOnMount} tabIndex={-1}>
        {state.filename}
      </h2>
      {failures.map(
        (message) =>
          message && (
            <p className={styles.failure} key={message} role="alert">
              {message}
            </p>
          ),
      )}
      <PreviewFilters filter={filter} onFilter={setFilter} state={state} />
      {isOpen && <DecideAll replan={replanning.replan} state={state} />}
      <ImportRows filter={filter} onPage={onPage} replanning={replanning} state={state} />
      <div className={styles.bar}>
        <Button
          disabled={!isOpen || replanning.pending.size > 0}
          margin={false}
          onClick={() => void onConfirm()}
        >
          {count > 0
            ? t(state.kind === 'berichtswesen-xlsx' ? 'import:applyWeeks' : 'import:apply', {
                count,
                shown: formatCount(count, language),
              })
            : t('import:applyNothing')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onLeave}>
          {t('import:discard')}
        </Button>
        <span className={styles.hint}>
          {counts.decide > 0 &&
            t('preview:openDecisions', {
              count: counts.decide,
              shown: formatCount(counts.decide, language),
            })}{' '}
          {isOpen && t('preview:staysStored')}
        </span>
      </div>
    </section>
  )
}
