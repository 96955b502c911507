'use client'

import { useRef, useState } from 'react'
import { parseCalendarDate } from '../../../domain/calendar/calendarDate'
import { isoWeekOf } from '../../../domain/calendar/isoWeek'
import { type CaseFieldName, caseFields, isCaseFieldName } from '../../../domain/cases/caseFields'
import { rowKey } from '../../../domain/imports/rowKey'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { Aside } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { CorrectionForm } from './CorrectionForm'
import { ImportChanges } from './ImportChanges'
import { ImportDuplicate } from './ImportDuplicate'
import styles from './ImportTable.module.css'
import { RowProblems } from './RowProblems'
import type { Replan } from './useReplanning'

type Props = {
  item: PlanItemOut
  /** The fields that may be corrected; none when the import is no preview any more. */
  correctable: readonly string[]
  isPending: boolean
  replan: Replan
}

/** One row of the plan: what happens to it, whose it is, what is wrong or noticed, what it duplicates; to be corrected. */
export function ImportRow({ item, correctable, isPending, replan }: Props) {
  const { t, language } = usePortalText()
  const [open, setOpen] = useState<CaseFieldName | null>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  const shown = (field: string) => formatCaseValue({ field, value: item.data[field] ?? null, language })
  const some = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  const birthday = shown('geburtsdatum')
  const fallId = shown('fallId')
  const close = () => {
    setOpen(null)
    editButton.current?.focus()
  }
  const cell = { item, correctable, onOpen: setOpen }
  return (
    <>
      <tr aria-busy={isPending} data-action={item.action} data-row={rowKey(item)}>
        <td data-label={t('import:row')}>
          {item.row}
          {item.sheet !== undefined && <Aside>{item.sheet}</Aside>}
        </td>
        <td data-label={t('import:action')}>
          <span className={styles.pill} data-action={item.action}>
            {t(`import:${item.action}`)}
          </span>
          {isPending && <Aside>{t('preview:planning')}</Aside>}
          {correctable.length > 0 && (
            <div>
              <button
                aria-expanded={open !== null}
                aria-label={t('preview:correctRow', { row: item.row })}
                className={styles.link}
                onClick={() => setOpen(open ? null : firstField({ item, correctable }))}
                ref={editButton}
                type="button"
              >
                {t('preview:correct')}
              </button>
            </div>
          )}
        </td>
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
          <Corrected item={item} />
          {item.duplicateOf ? (
            <ImportDuplicate isOpen={correctable.length > 0} item={item} replan={replan} />
          ) : (
            item.changes.length > 0 && <ImportChanges changes={item.changes} title={t('import:changes')} />
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td className={styles.form} colSpan={6}>
            <CorrectionForm
              correctable={correctable}
              focused={open}
              item={item}
              onClose={close}
              replan={replan}
            />
          </td>
        </tr>
      )}
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
  correctable: readonly string[]
  onOpen: (field: CaseFieldName) => void
  children: string
}) {
  const { t, language } = usePortalText()
  if (!correctable.includes(field)) return children
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

/** Where the form begins: at what is wrong. */
function firstField({ item, correctable }: Pick<Props, 'item' | 'correctable'>): CaseFieldName | null {
  const named = item.problems.map(({ field }) => field).find((field) => correctable.includes(field))
  const first = named ?? correctable.find((field) => field === 'nachname') ?? correctable[0]
  return first !== undefined && isCaseFieldName(first) ? first : null
}

function Corrected({ item }: { item: PlanItemOut }) {
  const { t, language } = usePortalText()
  const fields = Object.keys(item.corrections ?? {}).filter(isCaseFieldName)
  if (fields.length === 0) return null
  return (
    <Aside>
      ✎ {t('preview:corrected', { fields: fields.map((field) => caseFields[field][language]).join(', ') })}
    </Aside>
  )
}

function Week({ day }: { day: PlanItemOut['data'][string] | undefined }) {
  const { t } = usePortalText()
  const date = typeof day === 'string' ? parseCalendarDate(day) : null
  return date && <Aside>{t('import:week', isoWeekOf(date))}</Aside>
}
