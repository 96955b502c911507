import styles from './ProgressBar.module.css'

/** How far something is; `label` says what. Without `done` it is under way and nobody knows how far. */
export function ProgressBar({ label, done, total }: { label: string; done: number | null; total: number }) {
  const share = total === 0 || done === null ? 0 : Math.min(1, done / total)
  return (
    <div
      aria-label={label}
      aria-valuemax={total}
      aria-valuemin={0}
      aria-valuenow={done ?? undefined}
      className={styles.bar}
      data-unknown={done === null}
      role="progressbar"
    >
      <div className={styles.done} style={done === null ? undefined : { width: `${share * 100}%` }} />
    </div>
  )
}
