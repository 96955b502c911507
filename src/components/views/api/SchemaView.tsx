'use client'

import { useState } from 'react'
import type { JsonSchema, Schemas } from '../../../endpoints/apiDocument/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './Api.module.css'
import { describeType, fieldsOf, innerOf } from './describeType'
import { Marked } from './Marked'

type SchemaViewProps = { schema: JsonSchema; schemas: Schemas }

/** A value's kind, and of one with fields each of them; those of a field open when they are asked for. */
export function SchemaView({ schema, schemas }: SchemaViewProps) {
  const inner = innerOf(schema, schemas)
  return (
    <div>
      <code>{describeType(schema)}</code>
      {inner && <Fields schema={inner} schemas={schemas} />}
    </div>
  )
}

function Fields({ schema, schemas }: SchemaViewProps) {
  return (
    <ul className={styles.fields}>
      {fieldsOf(schema, schemas).map((field) => (
        <Field key={field.name} {...field} schemas={schemas} />
      ))}
    </ul>
  )
}

function Field({
  name,
  schema,
  isRequired,
  schemas,
}: SchemaViewProps & { name: string; isRequired: boolean }) {
  const { t } = usePortalText()
  const inner = innerOf(schema, schemas)
  const notes = [
    ...(isRequired ? [t('api:required')] : []),
    ...rolesNote(schema['x-write-roles'], (roles) => t('api:writtenBy', { roles })),
    ...rolesNote(schema['x-read-roles'], (roles) => t('api:readBy', { roles })),
  ]
  return (
    <li>
      <code className={styles.field}>{name}</code> <span className={styles.kind}>{describeType(schema)}</span>
      {notes.length > 0 && <span className={styles.note}>{` ${notes.join(', ')}`}</span>}
      {schema.title && <span>{` – ${schema.title}`}</span>}
      {schema.description && (
        <span>
          {' – '}
          <Marked text={schema.description} />
        </span>
      )}
      {inner && <Inside schema={inner} schemas={schemas} />}
    </li>
  )
}

/** The fields of a field, made when they are asked for: documents refer to each other. */
function Inside(props: SchemaViewProps) {
  const { t } = usePortalText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)} open={isOpen}>
      <summary>{t('api:fields')}</summary>
      {isOpen && <Fields {...props} />}
    </details>
  )
}

function rolesNote(roles: readonly string[] | undefined, said: (roles: string) => string): string[] {
  return roles ? [said(roles.join(', '))] : []
}
