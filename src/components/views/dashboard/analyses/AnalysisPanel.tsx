'use client'

import type { ReactNode } from 'react'
import type { Language } from '../../../../domain/language'
import {
  type AnalysisTable,
  type AnalysisTableName,
  analysisTable,
} from '../../../../domain/reports/analyses/analysisTable'
import { analysisTexts } from '../../../../domain/reports/analyses/analysisTexts'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { FigureTable } from '../../../ui/FigureTable'
import { formatCount, formatDays, formatShare } from '../../../ui/formatNumbers'
import { usePortalText } from '../../../ui/usePortalText'
import { ChartPanel } from '../ChartPanel'
import { type DashboardFilter, queryOf } from '../useDashboardFilter'
import styles from './Analyses.module.css'

/** What every panel of the analyses is given. */
export type PanelProps = { analyses: AnalysesOut | null; filter: DashboardFilter }

type AnalysisPanelProps = PanelProps & {
  name: AnalysisTableName
  /** `null` while loading. */
  summary: string | null
  /** Nothing where there is nothing to show. */
  chart: ReactNode
  hasOwnHeight?: boolean
}

/** A chart of the analyses with its summary, its table, and the files of the table. */
export function AnalysisPanel({ name, analyses, filter, ...shown }: AnalysisPanelProps) {
  const { t, language } = usePortalText()
  const title = analysisTexts[language][name]
  const query = [`tabelle=${name}`, queryOf(filter)].join('&')
  return (
    <ChartPanel
      actions={
        <span className={styles.files}>
          <a
            aria-label={t('analyses:asXlsx', { tabelle: title })}
            download
            href={`/api/reports/analyses/xlsx?${query}`}
          >
            Excel
          </a>
          <a
            aria-label={t('analyses:asCsv', { tabelle: title })}
            download
            href={`/api/reports/analyses/csv?${query}`}
          >
            CSV
          </a>
        </span>
      }
      {...shown}
      table={
        analyses && <PlainTable table={analysisTable({ name, analyses, raster: filter.raster, language })} />
      }
      tableTitle={t('analyses:table', { tabelle: title })}
      title={title}
    />
  )
}

/** The columns of text in front name the row together. */
function PlainTable({ table: { title, columns, rows, total } }: { table: AnalysisTable }) {
  const { language } = usePortalText()
  const names = columns.findIndex(({ kind }) => kind !== 'text')
  const printed = (row: AnalysisTable['rows'][number]) => {
    const cells = row.map((cell, column) => printedCell({ cell, kind: columns[column]?.kind, language }))
    return [
      cells
        .slice(0, names)
        .filter((cell) => cell !== '–')
        .join(' '),
      ...cells.slice(names),
    ]
  }
  const heads = columns.map((column) => column.title)
  return (
    <FigureTable
      head={[heads.slice(0, names).join(', '), ...heads.slice(names)]}
      label={title}
      rows={rows.map(printed)}
      total={total && printed(total)}
    />
  )
}

function printedCell({
  cell,
  kind,
  language,
}: {
  cell: string | number | null | undefined
  kind: AnalysisTable['columns'][number]['kind'] | undefined
  language: Language
}): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'string') return cell
  if (kind === 'share') return formatShare(cell, language)
  return kind === 'days' ? formatDays(cell, language) : formatCount(cell, language)
}
