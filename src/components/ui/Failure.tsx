import styles from './Failure.module.css'

/** Why something did not work, read out as soon as it appears. */
export function Failure({ message }: { message: string | null }) {
  return message === null ? null : (
    <p className={styles.failure} role="alert">
      {message}
    </p>
  )
}
