import styles from './PortalLogo.module.css'

/** The portal's sign, two opinions that meet: the way home in the header. */
export function PortalIcon() {
  return (
    <svg aria-hidden className={styles.icon} viewBox="0 0 32 32">
      <circle cx="12" cy="16" r="9" />
      <circle cx="20" cy="16" r="9" />
    </svg>
  )
}
