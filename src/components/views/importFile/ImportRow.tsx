'use client'

import { parseCalendarDate } from '../../../domain/calendar/calendarDate'
import { isoWeekOf } from '../../../domain/calendar/isoWeek'
import type { Decision } from '../../../domain/imports/planItem'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { ImportChanges } from './ImportChanges'
import { ImportDuplicate } from './ImportDuplicate'
import styles from './ImportTable.module.css'

type Props = { item: PlanItemOut; decision: Decision | undefined; onDecide: (decision: Decision) => void }

/** One row of the plan: what happens to it, whose it is, what is wrong or noticed, and what it duplicates. */
export function ImportRow({ item, decision, onDecide }: Props) {
  const { t, language } = usePortalText()
  const shown = (field: string) => formatCaseValue({ field, value: item.data[field] ?? null, language })
  const some = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  const birthday = shown('geburtsdatum')
  const fallId = shown('fallId')
  const action = decision ?? item.action
  return (
    <tr data-action={item.action}>
      <td data-label={t('import:row')}>
        {item.row}
        {item.sheet !== undefined && <Aside>{item.sheet}</Aside>}
      </td>
      <td data-label={t('import:action')}>
        <span className={styles.pill} data-action={action}>
          {t(`import:${action}`)}
        </span>
      </td>
      <td data-label={t('import:person')}>
        {[shown('nachname'), shown('vorname')].filter(Boolean).join(', ')}
        <Aside>{some(birthday && t('import:born', { day: birthday }), shown('kvnr'))}</Aside>
      </td>
      <td data-label={t('import:case')}>
        {fallId || shown('fallgruppe')}
        <Aside>{some(fallId && shown('fallgruppe'), shown('crmTicketId'), shown('thema'))}</Aside>
      </td>
      <td data-label={t('import:day')}>
        {shown('datum')}
        <Week day={item.data.datum} />
      </td>
      <td data-label={t('import:remarks')}>
        <Problems item={item} />
        {item.duplicateOf ? (
          <ImportDuplicate decision={decision} item={item} onDecide={onDecide} />
        ) : (
          item.changes.length > 0 && <ImportChanges changes={item.changes} title={t('import:changes')} />
        )}
      </td>
    </tr>
  )
}

function Week({ day }: { day: PlanItemOut['data'][string] | undefined }) {
  const { t } = usePortalText()
  const date = typeof day === 'string' ? parseCalendarDate(day) : null
  return date && <Aside>{t('import:week', isoWeekOf(date))}</Aside>
}

function Problems({ item }: { item: PlanItemOut }) {
  const { t } = usePortalText()
  if (item.problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {item.problems.map((problem) => (
        <li data-level={problem.level} key={`${problem.field} ${problem.message}`}>
          <strong>
            {problem.level === 'error' ? `✕ ${t('import:errorMark')}` : `⚠ ${t('import:warningMark')}`}:
          </strong>{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  )
}
