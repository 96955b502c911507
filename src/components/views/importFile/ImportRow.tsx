'use client'

import { caseFields, fallgruppen, isCaseFieldName } from '../../../domain/cases/caseFields'
import type { Decision } from '../../../domain/imports/planItem'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatDay } from '../../ui/formatDay'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportTable.module.css'

type Props = { item: PlanItemOut; decision: Decision | undefined; onDecide: (decision: Decision) => void }

/** One row of the plan: what happens to it, whose it is, what is wrong or noticed, and what it duplicates. */
export function ImportRow({ item, decision, onDecide }: Props) {
  const { t, language } = usePortalText()
  const { data } = item
  const text = (field: string) =>
    data[field] === null || data[field] === undefined ? '' : String(data[field])
  const group = fallgruppen[text('fallgruppe') as keyof typeof fallgruppen]?.[language] ?? ''
  return (
    <tr data-action={item.action}>
      <td data-label={t('import:row')}>{item.row}</td>
      <td data-label={t('import:action')}>
        <span className={styles.pill} data-action={item.action}>
          {t(`import:${item.action}`)}
        </span>
      </td>
      <td data-label={t('import:person')}>
        {[text('nachname'), text('vorname')].filter(Boolean).join(', ')}
        <div className={styles.small}>
          {[text('geburtsdatum') && t('import:born', { day: formatDay(text('geburtsdatum')) }), text('kvnr')]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td data-label={t('import:case')}>
        {item.action === 'create' ? text('fallId') : group}
        <div className={styles.small}>{[text('crmTicketId'), text('thema')].filter(Boolean).join(' · ')}</div>
      </td>
      <td data-label={t('import:day')}>
        {formatDay(text('datum'))}
        {data.kw !== undefined && (
          <div className={styles.small}>{t('import:week', { kw: text('kw'), jahr: text('jahr') })}</div>
        )}
      </td>
      <td data-label={t('import:remarks')}>
        <Problems item={item} />
        <Duplicate decision={decision} item={item} onDecide={onDecide} />
      </td>
    </tr>
  )
}

function Problems({ item }: { item: PlanItemOut }) {
  const { t } = usePortalText()
  if (item.problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {item.problems.map((problem) => (
        <li data-level={problem.level} key={`${problem.field} ${problem.code}`}>
          <strong>
            {problem.level === 'error' ? `✕ ${t('import:errorMark')}` : `⚠ ${t('import:warningMark')}`}:
          </strong>{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  )
}

function Duplicate({ item, decision, onDecide }: Props) {
  const { t } = usePortalText()
  const { duplicateOf } = item
  if (!duplicateOf) return null
  const reasons = duplicateOf.reasons.map((reason) =>
    t(`import:reason${reason.charAt(0).toUpperCase()}${reason.slice(1)}`),
  )
  const choices: Decision[] =
    duplicateOf.certainty === 'certain' ? ['skip', 'update'] : ['skip', 'create', 'update']
  return (
    <div>
      {duplicateOf.caseId ? (
        <>
          {t('import:sameAsCase')}{' '}
          <a href={`/admin/collections/cases/${duplicateOf.caseId}`}>{duplicateOf.fallId}</a>
        </>
      ) : (
        t('import:sameAsRow', { row: duplicateOf.row ?? '' })
      )}{' '}
      ({reasons.join(', ')})
      {(item.changes.length > 0 || duplicateOf.certainty === 'possible') && (
        <select
          aria-label={t('import:decision', { row: item.row })}
          className={styles.decision}
          onChange={(event) => onDecide(event.target.value as Decision)}
          value={decision ?? 'skip'}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`import:${choice}`)}
            </option>
          ))}
        </select>
      )}
      <Changes item={item} />
    </div>
  )
}

function Changes({ item }: { item: PlanItemOut }) {
  const { t, language } = usePortalText()
  if (item.changes.length === 0) return null
  const label = (field: string) => (isCaseFieldName(field) ? caseFields[field][language] : field)
  return (
    <details className={styles.changes}>
      <summary>{t('import:wouldChange')}</summary>
      <ul>
        {item.changes.map((change) => (
          <li key={change.field}>
            {label(change.field)}: <del>{String(change.old ?? t('import:empty'))}</del> →{' '}
            <ins>{String(change.new)}</ins>
          </li>
        ))}
      </ul>
    </details>
  )
}
