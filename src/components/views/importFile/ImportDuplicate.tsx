'use client'

import type { Decision } from '../../../domain/imports/planItem'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { usePortalText } from '../../ui/usePortalText'
import { ImportChanges } from './ImportChanges'
import styles from './ImportTable.module.css'

type Props = { item: PlanItemOut; decision: Decision | undefined; onDecide: (decision: Decision) => void }

/** What a row duplicates and why, what an update would change, and what shall happen to it. */
export function ImportDuplicate({ item, decision, onDecide }: Props) {
  const { t } = usePortalText()
  const { duplicateOf, changes } = item
  if (!duplicateOf) return null
  const reasons = duplicateOf.reasons.map((reason) =>
    t(`import:reason${reason.charAt(0).toUpperCase()}${reason.slice(1)}`),
  )
  const isPossible = duplicateOf.certainty === 'possible'
  const choices: Decision[] = isPossible ? ['skip', 'create', 'update'] : ['skip', 'update']
  return (
    <div>
      {t(isPossible ? 'import:perhapsSame' : 'import:same')} <SameAs duplicateOf={duplicateOf} /> (
      {reasons.join(', ')}){changes.length === 0 && !isPossible && ` – ${t('import:nothingNew')}`}
      {changes.length > 0 && <ImportChanges changes={changes} title={t('import:wouldChange')} />}
      {(changes.length > 0 || isPossible) && (
        <select
          aria-label={t('import:decision', { row: item.row })}
          className={styles.decision}
          data-decided={decision !== undefined && decision !== 'skip'}
          onChange={(event) => onDecide(event.target.value as Decision)}
          value={decision ?? 'skip'}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`import:${choice}Choice`)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function SameAs({ duplicateOf }: { duplicateOf: NonNullable<PlanItemOut['duplicateOf']> }) {
  const { t } = usePortalText()
  const { caseId, fallId, row } = duplicateOf
  if (!caseId) return t('import:sameAsRow', { row: row ?? '' })
  return (
    <>
      {t('import:sameAsCase')}{' '}
      <a href={`/admin/collections/cases/${caseId}`} rel="noopener" target="_blank">
        {fallId ?? caseId}
      </a>
    </>
  )
}
