import type { ReactNode } from 'react'
import styles from './PublicPage.module.css'

/** The frame of the pages that need no login. */
export function PublicPage({
  portal,
  title,
  children,
}: {
  portal: string
  title: string
  children: ReactNode
}) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.portal}>{portal}</p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  )
}
