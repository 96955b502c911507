'use client'

import { type DragEvent, useId, useState } from 'react'
import type { ImportPreviewOut } from '../../../endpoints/importFiles/contract'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import styles from './DropZone.module.css'

/** Takes the CRM's export by drag, click or keyboard, and opens its preview. */
export function DropZone({ onPreview }: { onPreview: (importId: string) => void }) {
  const { t } = usePortalText()
  const [reading, setReading] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)
  const inputId = useId()

  const upload = async (file: File | undefined) => {
    if (!file || reading) return
    setFailure(null)
    setReading(file.name)
    const form = new FormData()
    form.set('file', file)
    try {
      const preview = await fetchJson<ImportPreviewOut>({ url: '/api/import/csv', method: 'POST', form })
      onPreview(preview.importId)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setReading(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void upload(event.dataTransfer.files[0])
  }

  return (
    <section>
      {failure && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the input inside is the way by keyboard */}
      <div
        className={styles.zone}
        data-over={isOver}
        onDragLeave={() => setIsOver(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDrop={drop}
      >
        {reading ? (
          <p aria-live="polite">{t('import:reading', { filename: reading })}</p>
        ) : (
          <p>
            {t('import:drop')}{' '}
            <label className={styles.choose} htmlFor={inputId}>
              {t('import:choose')}
            </label>
          </p>
        )}
        <input
          accept=".csv,.txt,text/csv"
          className={styles.input}
          disabled={reading !== null}
          id={inputId}
          onChange={(event) => {
            void upload(event.target.files?.[0])
            event.target.value = ''
          }}
          type="file"
        />
        <p className={styles.rules}>{t('import:rules')}</p>
      </div>
    </section>
  )
}
