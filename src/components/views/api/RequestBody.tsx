'use client'

import type { ApiContent, Schemas } from '../../../endpoints/apiDocument/contract'
import styles from './Api.module.css'
import { Example } from './Example'
import { SchemaView } from './SchemaView'

/** What is sent or answered, in each of its forms, with an example. */
export function RequestBody({ content, schemas }: { content: ApiContent; schemas: Schemas }) {
  return Object.entries(content).map(([type, { schema, example }]) => (
    <div className={styles.content} key={type}>
      <code className={styles.type}>{type}</code>
      <SchemaView schema={schema} schemas={schemas} />
      {example !== undefined && <Example value={example} />}
    </div>
  ))
}
