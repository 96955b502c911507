'use client'

import styles from './FigureTable.module.css'

type FigureTableProps = {
  /** What the table shows, for screen readers. */
  label: string
  head: string[]
  /** The first cell names its row; the others are figures. */
  rows: string[][]
  total?: string[]
}

/** A plain table of figures that scrolls within itself where it is wider than the page. */
export function FigureTable({ label, head, rows, total }: FigureTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <FigureRow cells={cells} head={head} key={cells[0]} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <FigureRow cells={total} head={head} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function FigureRow({ cells, head }: { cells: string[]; head: string[] }) {
  const [name, ...figures] = cells
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure, index) => (
        <td key={head[index + 1]}>{figure}</td>
      ))}
    </tr>
  )
}
