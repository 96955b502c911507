'use client'

import { useState } from 'react'
import type { ApiDocument } from '../../../endpoints/apiDocument/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { TextBox } from '../../ui/TextBox'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './Api.module.css'
import { ApiOperationItem } from './ApiOperationItem'
import { listOperations } from './listOperations'
import { Marked } from './Marked'

/** The description of the API to look things up in: operations by subject, each with what it takes and gives. */
export function ApiReader({ role }: { role: string }) {
  const { t } = usePortalText()
  const { data, error, reload } = useResource<ApiDocument>('/api/openapi.json')
  return (
    <div className={styles.reader}>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p>{t('api:loading')}</p>}
      {data && <Operations document={data} role={role} />}
    </div>
  )
}

function Operations({ document, role }: { document: ApiDocument; role: string }) {
  const { t } = usePortalText()
  const [text, setText] = useState('')
  const [isMine, setIsMine] = useState(true)
  const subjects = listOperations({ document, text, role: isMine ? role : null })
  const count = subjects.reduce((sum, { operations }) => sum + operations.length, 0)
  return (
    <>
      {document.info.description.split('\n\n').map((paragraph) => (
        <p className={styles.text} key={paragraph}>
          <Marked text={paragraph} />
        </p>
      ))}
      <p className={styles.text}>
        <a download="openapi.json" href="/api/openapi.json">
          {t('api:download')}
        </a>
      </p>
      <search className={styles.filters}>
        <TextBox label={t('api:search')} onChange={setText} type="search" value={text} />
        <label>
          <input checked={isMine} onChange={({ target }) => setIsMine(target.checked)} type="checkbox" />{' '}
          {t('api:mine')}
        </label>
        <output aria-live="polite">{t('api:count', { count })}</output>
      </search>
      {subjects.map(({ name, title, operations }) => (
        <section aria-labelledby={`subject-${name}`} key={name}>
          <h2 className={styles.subject} id={`subject-${name}`}>
            {title}
          </h2>
          {operations.map((listed) => (
            <ApiOperationItem document={document} key={listed.operation.operationId} listed={listed} />
          ))}
        </section>
      ))}
    </>
  )
}
