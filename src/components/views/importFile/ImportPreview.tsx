'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { type PlanAction, planActions } from '../../../domain/imports/planItem'
import type { ImportStateOut } from '../../../endpoints/importFiles/contract'
import { focusOnMount } from '../../ui/focusOnMount'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ErrorFileLink } from './ErrorFileLink'
import styles from './ImportPreview.module.css'
import { type Decisions, ImportRows } from './ImportRows'

/** What will happen to each row, before it happens: counts as filters, the rows, and the way on. */
export function ImportPreview({
  state,
  failure,
  onConfirm,
  onLeave,
}: {
  state: ImportStateOut
  failure: string | null
  onConfirm: (decisions: Decisions) => Promise<void>
  onLeave: () => void
}) {
  const { t, language } = usePortalText()
  const [action, setAction] = useState<PlanAction | null>(null)
  const [decisions, setDecisions] = useState<Decisions>({})
  const { counts } = state
  const chosen = Object.values(decisions)
  const count =
    counts.create +
    counts.update +
    chosen.filter((decision) => decision === 'update' || decision === 'create').length
  const isOpen = state.status === 'previewed'

  return (
    <section>
      <h2 className={styles.filename} ref={focusOnMount} tabIndex={-1}>
        {state.filename}
      </h2>
      {failure && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {!isOpen && (
        <p className={styles.failure} role="alert">
          {t('import:expired')}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: the buttons filter a table and are no form */}
      <div aria-label={t('import:filter')} className={styles.chips} role="group">
        <Chip
          count={counts.total}
          isOn={action === null}
          label={t('import:all')}
          onClick={() => setAction(null)}
        />
        {planActions.map((kind) => (
          <Chip
            count={counts[kind]}
            isOn={action === kind}
            key={kind}
            label={t(`import:${kind}`)}
            onClick={() => setAction(kind)}
          />
        ))}
        <span className={styles.warnings}>
          {t('import:warnings', { shown: formatCount(counts.warnings, language) })}
        </span>
        {counts.error > 0 && <ErrorFileLink importId={state.importId} />}
      </div>
      <ImportRows
        action={action}
        decisions={decisions}
        importId={state.importId}
        kind={state.kind}
        onDecide={(row, decision) => setDecisions((before) => ({ ...before, [row]: decision }))}
      />
      <div className={styles.bar}>
        <Button disabled={!isOpen} margin={false} onClick={() => void onConfirm(decisions)}>
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
      </div>
    </section>
  )
}

function Chip({
  label,
  count,
  isOn,
  onClick,
}: {
  label: string
  count: number
  isOn: boolean
  onClick: () => void
}) {
  const { language } = usePortalText()
  return (
    <button
      aria-pressed={isOn}
      className={styles.chip}
      disabled={count === 0 && !isOn}
      onClick={onClick}
      type="button"
    >
      {label} <strong>{formatCount(count, language)}</strong>
    </button>
  )
}
