'use client'

import type { Language } from '../../../domain/language'
import type { WeeklyOut } from '../../../endpoints/reports/contract'
import { formatCount, formatShare } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { readSheet, type SheetCellView, type SheetLine } from './readSheet'
import styles from './SheetPreview.module.css'

/** One sheet as a plain table, the panel of its tab. */
export function SheetTable({ sheet, index }: { sheet: WeeklyOut['sheets'][number]; index: number }) {
  return (
    <div
      aria-labelledby={`sheet-tab-${index}`}
      className={styles.sheet}
      id="sheet-panel"
      role="tabpanel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>
        <tbody>
          {readSheet(sheet.rows).map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is its number
            <SheetRow key={row} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SheetRow({ line }: { line: SheetLine }) {
  const { language } = usePortalText()
  return (
    <tr className={styles[`${line.kind}Line`]}>
      {line.cells.map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a row is its column
        <SheetCell cell={cell} column={column} key={column} kind={line.kind} language={language} />
      ))}
    </tr>
  )
}

type SheetCellProps = {
  cell: SheetCellView
  column: number
  kind: SheetLine['kind']
  language: Language
}

function SheetCell({ cell, column, kind, language }: SheetCellProps) {
  const text = textOf(cell, language)
  const span = cell.span > 1 ? cell.span : undefined
  if (text === '' || kind === 'gap') return <td colSpan={span}>{text}</td>
  if (kind === 'head') return <th scope="col">{text}</th>
  if (kind === 'groups')
    return (
      <th colSpan={span} scope="colgroup">
        {text}
      </th>
    )
  if (kind === 'title')
    return (
      <th colSpan={span} scope="rowgroup">
        {text}
      </th>
    )
  return column === 0 ? <th scope="row">{text}</th> : <td>{text}</td>
}

function textOf({ value, format }: SheetCellView, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (format === 'share') return formatShare(value, language)
  return format === 'count' ? formatCount(value, language) : String(value)
}
