'use client'

import { Button } from '@payloadcms/ui'
import type { ImportResultOut } from '../../../endpoints/importFiles/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportResult.module.css'

const figures = ['created', 'updated', 'skipped', 'failed'] as const

/** What an import did, the rows it could not take, and where to go from here. */
export function ImportResult({
  filename,
  result,
  notice,
  onLeave,
}: {
  filename: string
  result: ImportResultOut
  notice: string | null
  onLeave: () => void
}) {
  const { t } = usePortalText()
  return (
    <section aria-live="polite">
      {notice && <p role="alert">{notice}</p>}
      <h2>{t('import:done')}</h2>
      <p>{filename}</p>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div className={styles.figure} key={figure}>
            <dd>{result[figure]}</dd>
            <dt>{t(`import:${figure}`)}</dt>
          </div>
        ))}
      </dl>
      {result.problems.length > 0 && (
        <>
          <h3>{t('import:failedRows')}</h3>
          <ul>
            {result.problems.map((problem) => (
              <li key={`${problem.row} ${problem.field} ${problem.code}`}>
                {t('import:row')} {problem.row}: {problem.message}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.ways}>
        <Button el="link" margin={false} to="/admin/icd" url="/admin/icd">
          {t('import:toIcd')}
        </Button>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          to="/admin/collections/cases"
          url="/admin/collections/cases"
        >
          {t('import:toCases')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onLeave}>
          {t('import:another')}
        </Button>
      </div>
    </section>
  )
}
