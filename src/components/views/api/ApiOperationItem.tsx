'use client'

import { type SyntheticEvent, useState } from 'react'
import type { ApiDocument } from '../../../endpoints/apiDocument/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './Api.module.css'
import { CurlCommand } from './CurlCommand'
import type { ListedOperation } from './listOperations'
import { Parameters } from './Parameters'
import { RequestBody } from './RequestBody'
import { Responses } from './Responses'

/** One operation: a line, and opened all of it. The address of the page can lead to it. */
export function ApiOperationItem({ document, listed }: { document: ApiDocument; listed: ListedOperation }) {
  const { method, address, operation } = listed
  const id = operation.operationId
  const [isOpen, setIsOpen] = useState(() => window.location.hash === `#${id}`)
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    setIsOpen(event.currentTarget.open)
    if (event.currentTarget.open) window.history.replaceState(window.history.state, '', `#${id}`)
  }
  return (
    <details className={styles.operation} id={id} onToggle={onToggle} open={isOpen}>
      <summary className={styles.line}>
        <span className={styles.method} data-method={method}>
          {method}
        </span>
        <code className={styles.address}>{address}</code>
        <span>{operation.summary}</span>
      </summary>
      {isOpen && <Details document={document} listed={listed} />}
    </details>
  )
}

function Details({ document, listed }: { document: ApiDocument; listed: ListedOperation }) {
  const { t } = usePortalText()
  const { description, parameters, requestBody, responses } = listed.operation
  const { schemas } = document.components
  return (
    <div className={styles.details}>
      <p>{description}</p>
      <CurlCommand listed={listed} server={document.servers[0]?.url ?? ''} />
      {parameters.length > 0 && (
        <>
          <h3>{t('api:parameters')}</h3>
          <Parameters parameters={parameters} />
        </>
      )}
      {requestBody && (
        <>
          <h3>{t('api:body')}</h3>
          <RequestBody content={requestBody.content} schemas={schemas} />
        </>
      )}
      <h3>{t('api:answers')}</h3>
      <Responses components={document.components} responses={responses} />
    </div>
  )
}
