'use client'

import { useState } from 'react'
import type { Decision, PlanAction } from '../../../domain/imports/planItem'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportRowsOut } from '../../../endpoints/importFiles/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { ImportRow } from './ImportRow'
import { ImportWeekRow, weekTitles } from './ImportWeekRow'

/** What the admin decided, by row key. */
export type Decisions = Record<string, Decision>

const perPage = 50

/** The rows of a plan, a page at a time, all or those with one action. */
export function ImportRows({
  importId,
  kind,
  action,
  decisions,
  onDecide,
}: {
  importId: string
  kind: string
  action: PlanAction | null
  decisions: Decisions
  onDecide: (row: string, decision: Decision) => void
}) {
  const { t, language } = usePortalText()
  // Another filter begins at its first page.
  const [turned, setTurned] = useState({ action, page: 1 })
  const page = turned.action === action ? turned.page : 1
  const filter = action ? `&action=${action}` : ''
  const rows = useResource<ImportRowsOut>(
    `/api/import/${importId}/rows?limit=${perPage}&page=${page}${filter}`,
  )

  if (rows.error) return <LoadFailure message={rows.error.message} onRetry={rows.reload} />
  if (!rows.data) return null
  if (rows.data.docs.length === 0) return <p>{t('import:noRows')}</p>
  const isOfWeeks = kind === 'berichtswesen-xlsx'
  return (
    <>
      <RowTable
        titles={
          isOfWeeks
            ? weekTitles({ t, language })
            : (['row', 'action', 'person', 'case', 'day', 'remarks'] as const).map((column) =>
                t(`import:${column}`),
              )
        }
      >
        {rows.data.docs.map((item) =>
          isOfWeeks ? (
            <ImportWeekRow decision={decisions[rowKey(item)]} item={item} key={rowKey(item)} />
          ) : (
            <ImportRow
              decision={decisions[rowKey(item)]}
              item={item}
              key={rowKey(item)}
              onDecide={(decision) => onDecide(rowKey(item), decision)}
            />
          ),
        )}
      </RowTable>
      <Pages onTurn={(to) => setTurned({ action, page: to })} page={page} totalPages={rows.data.totalPages} />
    </>
  )
}
