import { navTexts } from '../translations/navTexts'
import styles from './PortalPage.module.css'

/** What someone signed in reads instead of a view their role or account may not see. */
export function NoAccess({ language }: { language: string }) {
  const text = language === 'en' ? navTexts.en : navTexts.de
  return (
    <section className={styles.noAccess} role="alert">
      <strong>{text.noAccessTitle}</strong>
      <p>{text.noAccessText}</p>
    </section>
  )
}
