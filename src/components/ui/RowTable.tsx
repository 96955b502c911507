import type { ReactNode, Ref } from 'react'
import styles from './RowTable.module.css'

/** A table of things to work on, one row each; the columns' titles are read out with their cells. */
export function RowTable({
  titles,
  rowsRef,
  children,
}: {
  titles: string[]
  rowsRef?: Ref<HTMLTableSectionElement>
  children: ReactNode
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={rowsRef}>{children}</tbody>
    </table>
  )
}

/** What stands below the main thing of a cell. */
export function Aside({ children }: { children: ReactNode }) {
  return <div className={styles.aside}>{children}</div>
}
