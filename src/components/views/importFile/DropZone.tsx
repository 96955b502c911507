'use client'

import { type DragEvent, useId, useState } from 'react'
import type { ImportPreviewOut } from '../../../endpoints/importFiles/contract'
import { fetchJson } from '../../ui/fetchJson'
import { ProgressBar } from '../../ui/ProgressBar'
import { usePortalText } from '../../ui/usePortalText'
import styles from './DropZone.module.css'

/** Takes the CRM's export by drag, click or keyboard, and opens its preview. */
export function DropZone({ onPreview }: { onPreview: (importId: string) => void }) {
  const { t } = usePortalText()
  const [isOver, setIsOver] = useState(false)
  const { reading, failure, upload } = useUpload(onPreview)
  const rulesId = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void upload(event.dataTransfer.files[0])
  }
  return (
    <section className={styles.section}>
      {failure && (
        <p className={styles.failure} role="alert">
          {!failure.message.includes(failure.filename) && (
            <strong>{t('import:refused', { filename: failure.filename })} </strong>
          )}
          {failure.message}
        </p>
      )}
      <label
        aria-busy={reading !== null}
        className={styles.zone}
        data-over={isOver}
        onDragLeave={() => setIsOver(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDrop={drop}
      >
        <input
          accept=".csv,.txt,text/csv"
          aria-describedby={rulesId}
          aria-label={t('import:chooseFile')}
          className={styles.input}
          onChange={(event) => {
            void upload(event.target.files?.[0])
            event.target.value = ''
          }}
          type="file"
        />
        {reading ? <Reading filename={reading} /> : <Invitation />}
        <span className={styles.rules} id={rulesId}>
          {t('import:rules')}
        </span>
      </label>
    </section>
  )
}

function Invitation() {
  const { t } = usePortalText()
  return (
    <span>
      {t('import:drop')} <span className={styles.choose}>{t('import:choose')}</span>
    </span>
  )
}

function Reading({ filename }: { filename: string }) {
  const { t } = usePortalText()
  const label = t('import:reading', { filename })
  return (
    <span aria-live="polite" className={styles.reading}>
      {label}
      <ProgressBar done={null} label={label} total={1} />
    </span>
  )
}

/** Sends one file at a time; a refused one leaves its name and the server's words. */
function useUpload(onPreview: (importId: string) => void) {
  const [reading, setReading] = useState<string | null>(null)
  const [failure, setFailure] = useState<{ filename: string; message: string } | null>(null)
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
      setFailure({ filename: file.name, message: error instanceof Error ? error.message : String(error) })
    } finally {
      setReading(null)
    }
  }
  return { reading, failure, upload }
}
