'use client'

import { parseCalendarDate } from '../../../domain/calendar/calendarDate'
import { isoWeekOf } from '../../../domain/calendar/isoWeek'
import { type CaseFieldName, caseFields } from '../../../domain/cases/caseFields'
import { rowKey } from '../../../domain/imports/rowKey'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { CorrectedFields } from './CorrectedFields'
import { CorrectionRow } from './CorrectionRow'
import { ImportChanges } from './ImportChanges'
import { ImportDuplicate } from './ImportDuplicate'
import styles from './ImportTable.module.css'
import { RowHead } from './RowHead'
import { RowProblems } from './RowProblems'
import type { RowField } from './rowFields'
import type { Replan } from './useReplanning'
import { useRowCorrection } from './useRowCorrection'

export type RowProps = {
  item: PlanItemOut
  /** The fields that may be corrected; none when the import is no preview any more. */
  correctable: readonly RowField[]
  isPending: boolean
  replan: Replan
}

/** One row of the plan: what happens to it, whose it is, what is wrong or noticed, what it duplicates; to be corrected. */
export function ImportRow({ item, correctable, isPending, replan }: RowProps) {
  const { t, language } = usePortalText()
  const correction = useRowCorrection(correctable)
  const shown = (field: string) => formatCaseValue({ field, value: item.data[field] ?? null, language })
  const some = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  const birthday = shown('geburtsdatum')
  const fallId = shown('fallId')
  const cell = { item, correctable, onOpen: correction.open }
  return (
    <>
      <tr aria-busy={isPending} data-action={item.action} data-row={rowKey(item)}>
        <RowHead {...correction} item={item} isPending={isPending} />
        <td data-label={t('import:person')}>
          <Cell {...cell} field="nachname">
            {[shown('nachname'), shown('vorname')].filter(Boolean).join(', ')}
          </Cell>
          <Aside>{some(birthday && t('import:born', { day: birthday }), shown('kvnr'))}</Aside>
        </td>
        <td data-label={t('import:case')}>
          <Cell {...cell} field="fallgruppe">
            {fallId || shown('fallgruppe')}
          </Cell>
          <Aside>{some(fallId && shown('fallgruppe'), shown('crmTicketId'), shown('thema'))}</Aside>
        </td>
        <td data-label={t('import:day')}>
          <Cell {...cell} field="datum">
            {shown('datum')}
          </Cell>
          <Week day={item.data.datum} />
        </td>
        <td data-label={t('import:remarks')}>
          <RowProblems item={item} />
          <CorrectedFields item={item} />
          {item.duplicateOf ? (
            <ImportDuplicate isOpen={correctable.length > 0} item={item} replan={replan} />
          ) : (
            item.changes.length > 0 && <ImportChanges changes={item.changes} title={t('import:changes')} />
          )}
        </td>
      </tr>
      <CorrectionRow {...correction} columns={6} item={item} replan={replan} />
    </>
  )
}

/** What stands in a cell; where it may be corrected, a click on it opens the form at its field. */
function Cell({
  item,
  field,
  correctable,
  onOpen,
  children,
}: {
  item: PlanItemOut
  field: CaseFieldName
  correctable: readonly RowField[]
  onOpen: (field: CaseFieldName) => void
  children: string
}) {
  const { t, language } = usePortalText()
  if (!correctable.some(({ name }) => name === field)) return children
  const names = { field: caseFields[field][language], row: item.row }
  return (
    <button
      aria-label={`${children} – ${t('preview:correctField', names)}`}
      className={styles.cell}
      onClick={() => onOpen(field)}
      title={t('preview:correctField', names)}
      type="button"
    >
      {children || '–'}
    </button>
  )
}

function Week({ day }: { day: PlanItemOut['data'][string] | undefined }) {
  const { t } = usePortalText()
  const date = typeof day === 'string' ? parseCalendarDate(day) : null
  return date && <Aside>{t('import:week', isoWeekOf(date))}</Aside>
}
