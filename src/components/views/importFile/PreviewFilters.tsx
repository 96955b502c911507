'use client'

import { planActions } from '../../../domain/imports/planItem'
import type { ImportStateOut } from '../../../endpoints/importFiles/contract'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { SheetTabs } from '../reports/SheetTabs'
import { ErrorFileLink } from './ErrorFileLink'
import styles from './ImportPreview.module.css'
import type { PreviewFilter } from './usePreviewFilter'

type Props = {
  state: ImportStateOut
  filter: PreviewFilter
  onFilter: (change: Partial<PreviewFilter>) => void
}

/** The sheets as tabs, and the counts of the open one; each count shows its rows. */
export function PreviewFilters({ state, filter, onFilter }: Props) {
  const { t, language } = usePortalText()
  const { sheets } = state
  const counts = sheets.find(({ name }) => name === filter.sheet)?.counts ?? state.counts
  const titles = sheets.map((sheet) => `${sheet.name} (${formatCount(sheet.counts.total, language)})`)
  return (
    <>
      {sheets.length > 1 && (
        <SheetTabs
          label={t('preview:sheets')}
          onOpen={(index) => onFilter({ sheet: sheets[index - 1]?.name ?? null })}
          open={1 + sheets.findIndex(({ name }) => name === filter.sheet)}
          titles={[t('preview:allSheets'), ...titles]}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: the buttons filter a table and are no form */}
      <div aria-label={t('import:filter')} className={styles.chips} role="group">
        <Chip
          count={counts.total}
          isOn={filter.show === null}
          label={t('import:all')}
          onClick={() => onFilter({ show: null })}
        />
        {planActions.map((action) => (
          <Chip
            count={counts[action]}
            isOn={filter.show === action}
            key={action}
            label={t(`import:${action}`)}
            onClick={() => onFilter({ show: action })}
          />
        ))}
        <Chip
          count={counts.warnings}
          isOn={filter.show === 'warnings'}
          label={t('preview:warned')}
          onClick={() => onFilter({ show: 'warnings' })}
        />
        {state.counts.error > 0 && <ErrorFileLink importId={state.importId} />}
      </div>
    </>
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
