'use client'

import { useEffect } from 'react'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportRowsOut, ImportStateOut } from '../../../endpoints/importFiles/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { ImportRow } from './ImportRow'
import { ImportWeekRow, weekTitles } from './ImportWeekRow'
import { rowFields } from './rowFields'
import { type PreviewFilter, rowsQuery } from './usePreviewFilter'
import type { Replanning } from './useReplanning'

const perPage = 50

/** The rows of a plan, a page at a time; what is planned anew is shown in its place, whatever the filter. */
export function ImportRows({
  state,
  filter,
  replanning,
  onPage,
}: {
  state: ImportStateOut
  filter: PreviewFilter
  replanning: Replanning
  onPage: (page: number) => void
}) {
  const { t, language } = usePortalText()
  const url = `/api/import/${state.importId}/rows?limit=${perPage}&${rowsQuery(filter)}`
  const rows = useResource<ImportRowsOut>(url)
  const { replan, changed, pending, round } = replanning
  const { reload } = rows
  const lastPage = rows.data?.totalPages ?? filter.page
  useEffect(() => {
    if (round > 0) reload()
  }, [round, reload])
  useEffect(() => {
    // What was corrected may have been the last rows of its kind.
    if (filter.page > lastPage) onPage(lastPage)
  }, [filter.page, lastPage, onPage])

  if (rows.error) return <LoadFailure message={rows.error.message} onRetry={rows.reload} />
  if (!rows.data) return null
  if (rows.data.docs.length === 0) return <p>{t('import:noRows')}</p>
  const isOfWeeks = state.kind === 'berichtswesen-xlsx'
  const correctable = state.status === 'previewed' ? rowFields({ names: state.correctable, isOfWeeks }) : []
  const Row = isOfWeeks ? ImportWeekRow : ImportRow
  return (
    <div aria-busy={rows.isLoading} id="sheet-panel">
      <RowTable
        titles={
          isOfWeeks
            ? weekTitles({ t, language })
            : (['row', 'action', 'person', 'case', 'day', 'remarks'] as const).map((column) =>
                t(`import:${column}`),
              )
        }
      >
        {rows.data.docs.map((row) => {
          const item = changed.get(rowKey(row)) ?? row
          return (
            <Row
              correctable={correctable}
              isPending={pending.has(rowKey(row))}
              item={item}
              key={rowKey(row)}
              replan={replan}
            />
          )
        })}
      </RowTable>
      <Pages onTurn={onPage} page={filter.page} totalPages={rows.data.totalPages} />
    </div>
  )
}
