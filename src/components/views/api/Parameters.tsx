'use client'

import type { ApiParameter } from '../../../endpoints/apiDocument/contract'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { describeType } from './describeType'
import { Marked } from './Marked'

/** What stands in the address and in the query of an operation. */
export function Parameters({ parameters }: { parameters: readonly ApiParameter[] }) {
  const { t } = usePortalText()
  const titles = ['name', 'kind', 'meaning'].map((name) => t(`api:${name}`))
  return (
    <RowTable titles={titles}>
      {parameters.map(({ name, in: place, required, schema, description }) => (
        <tr key={`${place} ${name}`}>
          <td data-label={titles[0]}>
            <code>{name}</code>
            <Aside>{[t(`api:in_${place}`), ...(required ? [t('api:required')] : [])].join(', ')}</Aside>
          </td>
          <td data-label={titles[1]}>
            <code>{describeType(schema)}</code>
            {schema.default !== undefined && (
              <Aside>{t('api:default', { value: String(schema.default) })}</Aside>
            )}
          </td>
          <td data-label={titles[2]}>{description && <Marked text={description} />}</td>
        </tr>
      ))}
    </RowTable>
  )
}
