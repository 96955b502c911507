'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportUndoOut } from '../../../endpoints/importFiles/contract'
import { fetchJson } from '../../ui/fetchJson'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportResult.module.css'

/** Takes an applied import back: asks once more, then says what was reversed and what was kept, and why. */
export function UndoImport({ importId, onUndone }: { importId: string; onUndone: () => void }) {
  const { t } = usePortalText()
  const [step, setStep] = useState<'closed' | 'asking' | 'sending'>('closed')
  const [failure, setFailure] = useState<string | null>(null)
  const [undone, setUndone] = useState<ImportUndoOut | null>(null)

  const undo = async () => {
    setStep('sending')
    setFailure(null)
    try {
      setUndone(
        await fetchJson<ImportUndoOut>({ url: `/api/import/${importId}/undo`, method: 'POST', body: {} }),
      )
      onUndone()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setStep('closed')
    }
  }

  if (undone) return <Undone undone={undone} />
  return (
    <div aria-live="polite">
      {failure && (
        <p className={styles.notice} role="alert">
          {failure}
        </p>
      )}
      {step === 'closed' ? (
        <Button buttonStyle="secondary" margin={false} onClick={() => setStep('asking')}>
          {t('import:undo')}
        </Button>
      ) : (
        <p className={styles.ask}>
          {t('import:undoQuestion')}
          <Button disabled={step === 'sending'} margin={false} onClick={() => void undo()}>
            {t('import:undoYes')}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => setStep('closed')}>
            {t('import:undoNo')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** What became of the rows; those that were not taken back are named. */
function Undone({ undone }: { undone: ImportUndoOut }) {
  const { t, language } = usePortalText()
  const figures = { reversed: undone.reversed, kept: undone.kept, failedToUndo: undone.failed }
  const others = undone.rows.filter(({ outcome }) => outcome !== 'reversed')
  return (
    <div aria-live="polite">
      <h3>✓ {t('import:undone')}</h3>
      <dl className={styles.figures}>
        {Object.entries(figures).map(([figure, count]) => (
          <div className={styles.figure} key={figure}>
            <dd>{formatCount(count, language)}</dd>
            <dt>{t(`import:${figure}`)}</dt>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <ul className={styles.failed}>
          {others.map((row) => (
            <li key={rowKey(row)}>
              {row.sheet !== undefined && `${row.sheet}, `}
              {t('import:row')} {row.row}: {t(`import:${row.reason ?? row.outcome}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
