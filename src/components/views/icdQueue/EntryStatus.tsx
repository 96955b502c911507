'use client'

import { Button } from '@payloadcms/ui'
import { describeProblem } from '../../../domain/describeProblem'
import { checkIcdCodes, type IcdLookup } from '../../../domain/icd/catalogue/checkIcdCodes'
import { usePortalText } from '../../ui/usePortalText'
import styles from './IcdQueue.module.css'
import type { IcdEntry } from './useIcdEntry'

type Props = {
  id: string
  entry: IcdEntry
  /** A text that is saved with the next Enter only, for the catalogue has something against it. */
  question: string | null
  catalogue: IcdLookup | null
  onTakeTheirs: () => void
}

/** How a line stands, in words that are read out; what the catalogue has against its codes stays to be seen. */
export function EntryStatus({ id, entry, question, catalogue, onTakeTheirs }: Props) {
  const { t } = usePortalText()
  return (
    <div aria-live="polite" className={styles.status} id={id}>
      {question === null ? (
        <Standing entry={entry} onTakeTheirs={onTakeTheirs} />
      ) : (
        <Warnings catalogue={catalogue} icd={question} />
      )}
      {question !== null && <div className={styles.question}>{t('icd:saveAnyway')}</div>}
      {question === null && entry.kind === 'saved' && <Warnings catalogue={catalogue} icd={entry.icd} />}
    </div>
  )
}

function Standing({ entry, onTakeTheirs }: Pick<Props, 'entry' | 'onTakeTheirs'>) {
  const { t } = usePortalText()
  switch (entry.kind) {
    case 'open':
      return null
    case 'saving':
      return t('icd:saving')
    case 'saved':
      return `✓ ${entry.icd ? t('icd:saved', { icd: entry.icd }) : t('icd:removed')}`
    case 'refused':
      return `⚠ ${entry.message}`
    case 'conflict':
      return (
        <>
          {`⚠ ${t('icd:conflict', { who: entry.who ?? t('icd:somebody'), icd: entry.icd || t('icd:noCode') })} `}
          <Button buttonStyle="secondary" margin={false} onClick={onTakeTheirs} size="small">
            {t('icd:takeTheirs')}
          </Button>
        </>
      )
  }
}

function Warnings({ icd, catalogue }: { icd: string; catalogue: IcdLookup | null }) {
  const { language } = usePortalText()
  return checkIcdCodes({ icd, catalogue }).map((problem) => (
    <div className={styles.warning} key={problem.value}>
      ⚠ {describeProblem({ problem, language })}
    </div>
  ))
}
