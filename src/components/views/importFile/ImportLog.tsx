'use client'

import { useState } from 'react'
import { planActions } from '../../../domain/imports/planItem'
import type { ImportLogOut } from '../../../endpoints/importFiles/contract'
import { formatCount, formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './ImportTable.module.css'

type Entry = ImportLogOut['docs'][number]

/** Every import, the newest first: file, state, counts, who and when; a click opens it. */
export function ImportLog({ onOpen }: { onOpen: (importId: string) => void }) {
  const { t } = usePortalText()
  const [page, setPage] = useState(1)
  const log = useResource<ImportLogOut>(`/api/import/log?limit=20&page=${page}`)
  return (
    <section>
      <h2>{t('import:log')}</h2>
      {log.error && <LoadFailure message={log.error.message} onRetry={log.reload} />}
      {log.data?.docs.length === 0 && <p>{t('import:noLog')}</p>}
      {log.data && log.data.docs.length > 0 && (
        <RowTable
          titles={(['file', 'status', 'rows', 'outcome', 'by', 'at'] as const).map((column) =>
            t(`import:${column}`),
          )}
        >
          {log.data.docs.map((entry) => (
            <LogRow entry={entry} key={entry.importId} onOpen={onOpen} />
          ))}
        </RowTable>
      )}
      {log.data && <Pages onTurn={setPage} page={page} totalPages={log.data.totalPages} />}
    </section>
  )
}

function LogRow({ entry, onOpen }: { entry: Entry; onOpen: (importId: string) => void }) {
  const { t, language } = usePortalText()
  const status = `import:status${entry.status.charAt(0).toUpperCase()}${entry.status.slice(1)}`
  return (
    <tr>
      <td data-label={t('import:file')}>
        <button className={styles.link} onClick={() => onOpen(entry.importId)} type="button">
          {entry.filename}
        </button>
        <Aside>{t(`import:${entry.kind}`)}</Aside>
      </td>
      <td data-label={t('import:status')}>{t(status)}</td>
      <td data-label={t('import:rows')}>{entry.counts && formatCount(entry.counts.total, language)}</td>
      <td data-label={t('import:outcome')}>
        <Outcome entry={entry} />
      </td>
      <td data-label={t('import:by')}>{entry.by}</td>
      <td data-label={t('import:at')}>{formatMoment(entry.createdAt)}</td>
    </tr>
  )
}

/** What was done, or what a preview would do; a count of nothing is not told. */
function Outcome({ entry: { result, counts, status } }: { entry: Entry }) {
  const { t, language } = usePortalText()
  const told = (figures: readonly (readonly [string, number | undefined])[]) =>
    figures.flatMap(([name, count]) =>
      count ? `${t(`import:${name}`)}: ${formatCount(count, language)}` : [],
    )
  if (result) return told(resultFigures.map((name) => [name, result[name]])).join(' · ')
  if (status !== 'previewed' || !counts) return null
  return told(planActions.map((name) => [name, counts[name]])).join(' · ')
}

const resultFigures = ['created', 'updated', 'skipped', 'failed'] as const
