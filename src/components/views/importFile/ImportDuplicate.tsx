'use client'

import type { Decision } from '../../../domain/imports/planItem'
import { rowKey } from '../../../domain/imports/rowKey'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { usePortalText } from '../../ui/usePortalText'
import { CompareCases } from './CompareCases'
import { ImportChanges } from './ImportChanges'
import styles from './ImportTable.module.css'
import { reasonText } from './reasonText'
import type { Replan } from './useReplanning'

type Props = {
  item: PlanItemOut
  /** Whether it may still be decided on. */
  isOpen: boolean
  replan: Replan
}

/** What a row duplicates and why, both side by side, what an update would change, and what shall happen to it. */
export function ImportDuplicate({ item, isOpen, replan }: Props) {
  const { t } = usePortalText()
  const { duplicateOf, changes } = item
  if (!duplicateOf) return null
  const reasons = duplicateOf.reasons.map((reason) => t(reasonText(reason)))
  const isPossible = duplicateOf.certainty === 'possible'
  const isUpdate = item.action === 'update'
  return (
    <div>
      {t(isPossible ? 'import:perhapsSame' : 'import:same')} <SameAs duplicateOf={duplicateOf} /> (
      {reasons.join(', ')}){changes.length === 0 && !isPossible && ` – ${t('import:nothingNew')}`}
      {changes.length > 0 && (
        <ImportChanges changes={changes} title={t(isUpdate ? 'import:changes' : 'import:wouldChange')} />
      )}
      {isOpen && item.action !== 'error' && (changes.length > 0 || isPossible) && (
        <DecisionChoice isPossible={isPossible} item={item} replan={replan} />
      )}
      {item.beside && <CompareCases beside={item.beside} isOpen={item.action === 'decide'} item={item} />}
    </div>
  )
}

function DecisionChoice({ item, isPossible, replan }: Omit<Props, 'isOpen'> & { isPossible: boolean }) {
  const { t } = usePortalText()
  const choices: Decision[] = isPossible ? ['skip', 'create', 'update'] : ['skip', 'update']
  const chosen = item.action === 'decide' ? '' : item.action
  const decide = (choice: string) => {
    const decision = choices.find((known) => known === choice)
    const row = rowKey(item)
    if (decision) void replan({ body: { decisions: { [row]: decision } }, row })
  }
  return (
    <select
      aria-label={t('import:decision', { row: item.row })}
      className={styles.decision}
      data-decided={item.decision !== undefined}
      onChange={(event) => decide(event.target.value)}
      value={chosen}
    >
      {chosen === '' && <option value="">{t('preview:undecided')}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`import:${choice}Choice`)}
        </option>
      ))}
    </select>
  )
}

function SameAs({ duplicateOf }: { duplicateOf: NonNullable<PlanItemOut['duplicateOf']> }) {
  const { t } = usePortalText()
  const { caseId, fallId, row, sheet } = duplicateOf
  if (!caseId) {
    const place = t('import:sameAsRow', { row: row ?? '' })
    return sheet === undefined ? place : `${sheet}, ${place}`
  }
  return (
    <>
      {t('import:sameAsCase')}{' '}
      <a href={`/admin/collections/cases/${caseId}`} rel="noopener" target="_blank">
        {fallId ?? caseId}
      </a>
    </>
  )
}
