import { PortalIcon } from './PortalIcon'
import styles from './PortalLogo.module.css'

/** The portal's name where people sign in. */
export function PortalLogo() {
  return (
    <span className={styles.logo}>
      <PortalIcon />
      <span>
        <strong>DAK</strong> Zweitmeinungs-Portal
      </span>
    </span>
  )
}
