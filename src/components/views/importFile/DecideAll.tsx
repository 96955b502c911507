'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Decision } from '../../../domain/imports/planItem'
import type { ImportStateOut } from '../../../endpoints/importFiles/contract'
import { formatCount } from '../../ui/formatNumbers'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportPreview.module.css'
import { reasonText } from './reasonText'
import type { Replan } from './useReplanning'

/** The kinds of duplicates: why a row is one, and what may be done with it. */
const kinds = [
  { certainty: 'possible', reasons: ['kvnr', 'score'], decisions: ['create', 'skip', 'update'] },
  { certainty: 'certain', reasons: ['crmTicketId', 'person'], decisions: ['skip', 'update'] },
] as const

/** One decision for every duplicate of a kind, wherever in the file it is. */
export function DecideAll({ state, replan }: { state: ImportStateOut; replan: Replan }) {
  const { t, language } = usePortalText()
  const [changed, setChanged] = useState<number | null>(null)
  const open = kinds.filter(({ certainty }) => state.duplicates[certainty] > 0)
  if (open.length === 0) return null
  return (
    <details className={styles.bulk}>
      <summary>{t('preview:bulk')}</summary>
      {open.map((kind) => (
        <KindOfDuplicate
          count={state.duplicates[kind.certainty]}
          key={kind.certainty}
          kind={kind}
          onChanged={setChanged}
          replan={replan}
        />
      ))}
      <p aria-live="polite">
        {changed !== null && t('preview:bulkDone', { shown: formatCount(changed, language) })}
      </p>
    </details>
  )
}

type Reason = (typeof kinds)[number]['reasons'][number]

function KindOfDuplicate({
  kind: { certainty, reasons, decisions },
  count,
  replan,
  onChanged,
}: {
  kind: (typeof kinds)[number]
  count: number
  replan: Replan
  onChanged: (changed: number) => void
}) {
  const { t, language } = usePortalText()
  const [reason, setReason] = useState<Reason | ''>('')
  const [isSending, setIsSending] = useState(false)
  const label = certainty === 'possible' ? 'preview:bulkPossible' : 'preview:bulkCertain'
  const decide = async (decision: Decision) => {
    setIsSending(true)
    const wanted = { certainty, decision, ...(reason ? { reason } : {}) }
    const answer = await replan({ body: { decideAll: [wanted] } })
    setIsSending(false)
    if (answer) onChanged(answer.changed)
  }
  const options: { value: Reason | ''; label: string }[] = [
    { value: '', label: t('preview:everyReason') },
    ...reasons.map((value) => ({ value, label: t(reasonText(value)) })),
  ]
  return (
    <div className={styles.bulkKind}>
      <strong>{t(label, { count, shown: formatCount(count, language) })}</strong>
      <SelectBox label={t('preview:bulkReason')} onChange={setReason} options={options} value={reason} />
      {decisions.map((decision) => (
        <Button
          buttonStyle="secondary"
          disabled={isSending}
          key={decision}
          margin={false}
          onClick={() => void decide(decision)}
          size="small"
        >
          {t(`preview:bulk${decision.charAt(0).toUpperCase()}${decision.slice(1)}`)}
        </Button>
      ))}
    </div>
  )
}
