'use client'

import { caseFieldNames, caseFields } from '../../../domain/cases/caseFields'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CompareCases.module.css'

type Beside = NonNullable<PlanItemOut['beside']>

/** Ids, stamps and what follows from other fields say nothing about whether two cases are the same. */
const compared = caseFieldNames.filter(
  (name) =>
    !caseFields[name].isDerived &&
    !['moment', 'user', 'richText'].includes(caseFields[name].kind) &&
    name !== 'quelle',
)

/** A row and the case it is, or may be, the same as, field by field; what differs is marked. */
export function CompareCases({
  item,
  beside,
  isOpen,
}: {
  item: PlanItemOut
  beside: Beside
  isOpen: boolean
}) {
  const { t, language } = usePortalText()
  const { row, fallId, caseId } = item.duplicateOf ?? {}
  const shown = (field: string, value: PlanItemOut['data'][string] | undefined) =>
    formatCaseValue({ field, value: value === false ? null : (value ?? null), language })
  const pairs = compared
    .map((field) => ({ field, own: shown(field, item.data[field]), other: shown(field, beside[field]) }))
    .filter(({ own, other }) => own || other)
  const title = caseId
    ? t('preview:compareCase', { row: item.row, fallId: fallId ?? '' })
    : t('preview:compareRows', { row: item.row, other: row ?? '' })
  return (
    <details className={styles.compare} open={isOpen || undefined}>
      <summary>{t('preview:compare')}</summary>
      <table aria-label={title} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('preview:field')}</th>
            <th scope="col">{t('preview:thisRow')}</th>
            <th scope="col">{caseId ? t('preview:otherCase') : t('preview:otherRow', { row: row ?? '' })}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ field, own, other }) => (
            <tr data-differs={own !== other} key={field}>
              <th scope="row">
                {caseFields[field][language]}
                {own !== other && ' ≠'}
              </th>
              <td>{own || '–'}</td>
              <td>{other || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
