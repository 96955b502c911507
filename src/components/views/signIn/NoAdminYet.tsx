'use client'

import { usePortalText } from '../../ui/usePortalText'

/** What a portal without accounts says: the first admin is made on the server. */
export function NoAdminYet() {
  const { t } = usePortalText()
  return (
    <section>
      <h1>{t('signIn:noAdminTitle')}</h1>
      <p>{t('signIn:noAdminText')}</p>
      <pre>npm run create-admin</pre>
    </section>
  )
}
