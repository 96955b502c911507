'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { Language } from '../../../domain/language'
import { type MailTextName, mailTextNames, mailTextOf } from '../../../domain/mails/mailTexts'
import type { MailPreviewOut } from '../../../endpoints/mails/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './Mails.module.css'

/** How a mail looks, in one of its languages, with examples for its variables. */
export function MailPreview() {
  const { t, language } = usePortalText()
  const { routes } = useConfig().config
  const [name, setName] = useState<MailTextName>('new_cases_uploaded')
  const [spoken, setSpoken] = useState<Language>(language)
  const { data, error, reload } = useResource<MailPreviewOut>(
    `/api/mails/preview?text=${name}&language=${spoken}`,
  )
  const settings = formatAdminURL({ adminRoute: routes.admin, path: '/globals/settings' })
  const texts = mailTextNames.map((value) => ({ value, label: mailTextOf(value)[language] }))
  const languages = [
    { value: 'de' as const, label: t('mails:german') },
    { value: 'en' as const, label: t('mails:english') },
  ]
  return (
    <section aria-labelledby="mail-preview">
      <h2 id="mail-preview">{t('mails:preview')}</h2>
      <p>
        {t('mails:previewIntro')}{' '}
        <Link href={settings} prefetch={false}>
          {t('mails:settings')}
        </Link>
      </p>
      <div className={styles.controls}>
        <SelectBox label={t('mails:text')} onChange={setName} options={texts} value={name} />
        <SelectBox label={t('mails:language')} onChange={setSpoken} options={languages} value={spoken} />
      </div>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {data && (
        <article className={styles.mail}>
          <h3>{data.subject}</h3>
          {/* Without scripts, forms and links that lead anywhere. */}
          <iframe className={styles.body} sandbox="" srcDoc={data.html} title={data.subject} />
        </article>
      )}
    </section>
  )
}
