'use client'

import { type MouseEvent, useState } from 'react'
import { planActions } from '../../../domain/imports/planItem'
import type { ImportLogOut } from '../../../endpoints/importFiles/contract'
import { formatCount, formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { ErrorFileLink } from './ErrorFileLink'
import styles from './ImportTable.module.css'
import { UndoImport } from './UndoImport'

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
          titles={[
            ...(['file', 'status', 'rows', 'outcome', 'by', 'at'] as const).map((column) =>
              t(`import:${column}`),
            ),
            t('preview:actions'),
          ]}
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
  const stage = entry.isUndoing ? 'undoing' : entry.status
  return (
    <tr>
      <td data-label={t('import:file')}>
        <OpenLink entry={entry} onOpen={onOpen}>
          {entry.filename}
        </OpenLink>
        <Aside>{t(`import:${entry.kind}`)}</Aside>
      </td>
      <td data-label={t('import:status')}>{t(`import:status_${stage}`)}</td>
      <td data-label={t('import:rows')}>{entry.counts && formatCount(entry.counts.total, language)}</td>
      <td data-label={t('import:outcome')}>
        <Outcome entry={entry} />
      </td>
      <td data-label={t('import:by')}>{entry.by}</td>
      <td data-label={t('import:at')}>{formatMoment(entry.createdAt)}</td>
      <td data-label={t('preview:actions')}>
        <div className={styles.ways}>
          <OpenLink entry={entry} onOpen={onOpen}>
            {t('preview:open')}
          </OpenLink>
          {hasErrorFile(entry) && <ErrorFileLink importId={entry.importId} />}
          {stage === 'applied' && (
            <UndoImport importId={entry.importId} onUndone={() => onOpen(entry.importId)} />
          )}
        </div>
      </td>
    </tr>
  )
}

/** A link as any other, so that it can be opened beside this page too; a plain click stays in it. */
function OpenLink({
  entry: { importId, filename },
  onOpen,
  children,
}: {
  entry: Entry
  onOpen: (importId: string) => void
  children: string
}) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(importId)
  }
  return (
    <a
      aria-label={children === filename ? undefined : `${children}: ${filename}`}
      className={styles.link}
      href={`/admin/import/${importId}`}
      onClick={open}
    >
      {children}
    </a>
  )
}

/** The rows of a preview that expired are gone, and those of a file that was not read whole were never there. */
function hasErrorFile({ status, counts }: Entry): boolean {
  return status !== 'expired' && status !== 'failed' && (counts?.error ?? 0) > 0
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
