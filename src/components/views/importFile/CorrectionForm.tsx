'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { rowKey } from '../../../domain/imports/rowKey'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { dayOfLocalDate } from '../../fields/readDay'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CorrectionForm.module.css'
import { CorrectionInput } from './CorrectionInput'
import { correctionOf, fieldsOfRow, offered, typedValue } from './correctionFields'
import type { RowField } from './rowFields'
import type { Replan } from './useReplanning'

type Props = {
  item: PlanItemOut
  correctable: readonly RowField[]
  /** The field that is being corrected first. */
  focused: string
  replan: Replan
  onClose: () => void
}

/** The fields of a row to be corrected. What was changed is sent, and the row is planned again in its place. */
export function CorrectionForm({ item, correctable, focused, replan, onClose }: Props) {
  const { t } = usePortalText()
  const [hasAll, setHasAll] = useState(false)
  const { typed, type, isSending, save, reset } = useCorrection({ item, correctable, replan, onClose })
  const first = fieldsOfRow({ item, correctable })
  const fields = [
    ...first,
    ...offered(correctable).filter((field) => !first.includes(field) && (field.name === focused || hasAll)),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <form aria-label={t('preview:correctRow', { row: item.row })} onKeyDown={onKeyDown} onSubmit={save}>
      <div className={styles.fields}>
        {fields.map((field) => (
          <CorrectionInput
            field={field}
            isFocused={field.name === focused}
            item={item}
            key={field.name}
            onType={(text) => type(field.name, text)}
            value={typed[field.name] ?? typedValue({ item, field })}
          />
        ))}
      </div>
      <div className={styles.ways}>
        <Button disabled={isSending} margin={false} size="small" type="submit">
          {isSending ? t('preview:planning') : t('preview:save')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small">
          {t('preview:cancel')}
        </Button>
        {item.corrections && (
          <Button buttonStyle="secondary" disabled={isSending} margin={false} onClick={reset} size="small">
            {t('preview:reset')}
          </Button>
        )}
        {offered(correctable).length > fields.length && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setHasAll(true)} size="small">
            {t('preview:moreFields')}
          </Button>
        )}
      </div>
    </form>
  )
}

type Typed = Partial<Record<string, string>>

/** What was typed, and its sending; the form closes when the row is no longer in error. */
function useCorrection({ item, correctable, replan, onClose }: Omit<Props, 'focused'>) {
  const [typed, setTyped] = useState<Typed>({})
  const [isSending, setIsSending] = useState(false)
  const row = rowKey(item)
  const send = async (body: Parameters<Replan>[0]['body']) => {
    setIsSending(true)
    const answer = await replan({ body, row })
    setIsSending(false)
    if (!answer) return
    setTyped({})
    const planned = answer.rows.find((one) => rowKey(one) === row) ?? item
    if (planned.action !== 'error') onClose()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const fields = changedFields({ item, correctable, typed })
    if (Object.keys(fields).length === 0) onClose()
    else void send({ corrections: { [row]: fields } })
  }
  return {
    typed,
    type: (field: string, text: string) => setTyped((before) => ({ ...before, [field]: text })),
    isSending,
    save,
    reset: () => void send({ reset: [row] }),
  }
}

function changedFields({ item, correctable, typed }: Pick<Props, 'item' | 'correctable'> & { typed: Typed }) {
  const today = dayOfLocalDate(new Date())
  const changed = correctable.flatMap((field) => {
    const text = typed[field.name]
    return text === undefined || text === typedValue({ item, field })
      ? []
      : [[field.name, correctionOf({ field, typed: text, today })] as const]
  })
  return Object.fromEntries(changed)
}
