import styles from './ProgressBar.module.css'

/** How far something is; `label` says what. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div
      aria-label={label}
      aria-valuemax={total}
      aria-valuemin={0}
      aria-valuenow={done}
      className={styles.bar}
      role="progressbar"
    >
      <div className={styles.done} style={{ width: `${share * 100}%` }} />
    </div>
  )
}
