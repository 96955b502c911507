'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportResult.module.css'

/** Takes an applied import back, or has it done: asks once more. */
export function UndoImport({ importId, onUndone }: { importId: string; onUndone: () => void }) {
  const { t } = usePortalText()
  const [step, setStep] = useState<'closed' | 'asking' | 'sending'>('closed')
  const [failure, setFailure] = useState<string | null>(null)

  const undo = async () => {
    setStep('sending')
    setFailure(null)
    try {
      await fetchJson({ url: `/api/import/${importId}/undo`, method: 'POST', body: {} })
      onUndone()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setStep('closed')
    }
  }

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
