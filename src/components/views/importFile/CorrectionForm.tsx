'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { type CaseFieldName, caseFieldNames } from '../../../domain/cases/caseFields'
import { rowKey } from '../../../domain/imports/rowKey'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { dayOfLocalDate } from '../../fields/readDay'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CorrectionForm.module.css'
import { CorrectionInput } from './CorrectionInput'
import { correctionOf, fieldsOfRow, typedValue } from './correctionFields'
import type { Replan } from './useReplanning'

type Props = {
  item: PlanItemOut
  correctable: readonly string[]
  /** The field that is being corrected first. */
  focused: CaseFieldName
  replan: Replan
  onClose: () => void
}

/** The fields of a row to be corrected. What was changed is sent, and the row is planned again in its place. */
export function CorrectionForm({ item, correctable, focused, replan, onClose }: Props) {
  const { t } = usePortalText()
  const [hasAll, setHasAll] = useState(false)
  const { typed, type, isSending, save, reset } = useCorrection({ item, replan, onClose })
  const first = fieldsOfRow({ item, correctable })
  const fields = [
    ...first,
    ...caseFieldNames.filter(
      (field) =>
        !first.includes(field) &&
        (field === focused || (hasAll && correctable.includes(field) && field !== 'quelle')),
    ),
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
            isFocused={field === focused}
            item={item}
            key={field}
            onType={(text) => type(field, text)}
            value={typed[field] ?? typedValue({ item, field })}
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
        {correctable.length > fields.length + 1 && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setHasAll(true)} size="small">
            {t('preview:moreFields')}
          </Button>
        )}
      </div>
    </form>
  )
}

type Typed = Partial<Record<CaseFieldName, string>>

/** What was typed, and its sending; the form closes when the row is no longer in error. */
function useCorrection({ item, replan, onClose }: Pick<Props, 'item' | 'replan' | 'onClose'>) {
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
    const fields = changedFields({ item, typed })
    if (Object.keys(fields).length === 0) onClose()
    else void send({ corrections: { [row]: fields } })
  }
  return {
    typed,
    type: (field: CaseFieldName, text: string) => setTyped((before) => ({ ...before, [field]: text })),
    isSending,
    save,
    reset: () => void send({ reset: [row] }),
  }
}

function changedFields({ item, typed }: { item: PlanItemOut; typed: Typed }) {
  const today = dayOfLocalDate(new Date())
  const changed = caseFieldNames.flatMap((field) => {
    const text = typed[field]
    return text === undefined || text === typedValue({ item, field })
      ? []
      : [[field, correctionOf({ field, typed: text, today })] as const]
  })
  return Object.fromEntries(changed)
}
