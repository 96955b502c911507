'use client'

import { Button } from '@payloadcms/ui'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportResultOut, ImportUndoOut } from '../../../endpoints/importFiles/contract'
import { focusOnMount } from '../../ui/focusOnMount'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ErrorFileLink } from './ErrorFileLink'
import styles from './ImportResult.module.css'
import { UndoImport } from './UndoImport'
import { UndoneRows } from './UndoneRows'

const waysOn = {
  cases: [
    { to: '/admin/icd', text: 'import:toIcd' },
    { to: '/admin/collections/cases', text: 'import:toCases' },
  ],
  weeks: [
    { to: '/admin/berichtswesen', text: 'import:toReports' },
    { to: '/admin/collections/yearly-summaries', text: 'import:toSummaries' },
  ],
} as const
/** The file of the rows in error has them all. */
const maxShownProblems = 200
const figures = ['created', 'updated', 'skipped', 'failed'] as const

/** What an import did, the rows it could not take, and where to go from here. */
export function ImportResult({
  filename,
  kind,
  result,
  notice,
  isUndone,
  undo,
  onChange,
  onLeave,
}: {
  filename: string
  kind: string
  isUndone: boolean
  undo: ImportUndoOut | null
  onChange: () => void
  result: ImportResultOut
  notice: string | null
  onLeave: () => void
}) {
  const { t, language } = usePortalText()
  return (
    <section aria-live="polite">
      {notice && (
        <p className={styles.notice} role="alert">
          {notice}
        </p>
      )}
      <h2 className={styles.title} ref={focusOnMount} tabIndex={-1}>
        {isUndone ? t('import:wasUndone') : `✓ ${t('import:done')}`}
      </h2>
      <p className={styles.filename}>{filename}</p>
      {undo && <UndoneRows undo={undo} />}
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div className={styles.figure} key={figure}>
            <dd>{formatCount(result[figure], language)}</dd>
            <dt>{t(`import:${figure}`)}</dt>
          </div>
        ))}
      </dl>
      {result.problems.length > 0 && (
        <>
          <h3>{t('import:failedRows')}</h3>
          <ErrorFileLink importId={result.importId} />
          <ul className={styles.failed}>
            {result.problems.slice(0, maxShownProblems).map((problem) => (
              <li key={`${rowKey(problem)} ${problem.field} ${problem.code}`}>
                <strong>
                  {problem.sheet !== undefined && `${problem.sheet}, `}
                  {t('import:row')} {problem.row}:
                </strong>{' '}
                {problem.message}
              </li>
            ))}
          </ul>
          {result.failed > 0 && result.problems.length > maxShownProblems && (
            <p>{t('import:moreFailedRows')}</p>
          )}
        </>
      )}
      {!isUndone && <UndoImport importId={result.importId} onUndone={onChange} />}
      <div className={styles.ways}>
        {waysOn[kind === 'berichtswesen-xlsx' ? 'weeks' : 'cases'].map(({ to, text }, index) => (
          <Button
            buttonStyle={index === 0 ? 'primary' : 'secondary'}
            el="link"
            key={to}
            margin={false}
            to={to}
            url={to}
          >
            {t(text)}
          </Button>
        ))}
        <Button buttonStyle="secondary" margin={false} onClick={onLeave}>
          {t('import:another')}
        </Button>
      </div>
    </section>
  )
}
