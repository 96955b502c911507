'use client'

import { useAuth } from '@payloadcms/ui'
import { type DragEvent, useId, useState } from 'react'
import { endpoints } from '../../../access/rolesTable'
import { isAllowed } from '../../../access/rule'
import type { ImportPreviewOut } from '../../../endpoints/importFiles/contract'
import { fetchJson } from '../../ui/fetchJson'
import { ProgressBar } from '../../ui/ProgressBar'
import { usePortalText } from '../../ui/usePortalText'
import styles from './DropZone.module.css'
import { type ImportDoor, importDoors } from './importDoors'
import { SyncFileLink } from './SyncFileLink'

/** Takes a file by drag, click or keyboard, and opens its preview. What kind of file it is, is chosen before. */
export function DropZone({ onPreview }: { onPreview: (importId: string) => void }) {
  const { t } = usePortalText()
  const [isOver, setIsOver] = useState(false)
  const { doors, door, choose } = useDoor()
  const { reading, failure, upload } = useUpload({ door, onPreview })
  const rulesId = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void upload(event.dataTransfer.files[0])
  }
  return (
    <section className={styles.section}>
      {doors.length > 1 && <DoorChoice chosen={door} doors={doors} onChoose={choose} />}
      {door.kind === 'sync-xlsx' && <SyncFileLink />}
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
          accept={door.accept}
          aria-describedby={rulesId}
          aria-label={t('import:chooseFile')}
          className={styles.input}
          onChange={(event) => {
            void upload(event.target.files?.[0])
            event.target.value = ''
          }}
          type="file"
        />
        {reading ? <Reading filename={reading} /> : <Invitation door={door} />}
        <span className={styles.rules} id={rulesId}>
          {t(`import:rules-${door.kind}`)}
        </span>
      </label>
    </section>
  )
}

/** The doors that the role may use, and the chosen one. */
function useDoor() {
  const { user } = useAuth<{ id: string; role?: string; isActive?: boolean }>()
  const doors = importDoors.filter(({ path }) => isAllowed({ rule: endpoints[`POST ${path}`], user }))
  const [kind, choose] = useState<string | null>(null)
  const door = doors.find((one) => one.kind === kind) ?? doors[0] ?? importDoors[0]
  return { doors, door, choose }
}

function DoorChoice({
  doors,
  chosen,
  onChoose,
}: {
  doors: readonly ImportDoor[]
  chosen: ImportDoor
  onChoose: (kind: string) => void
}) {
  const { t } = usePortalText()
  return (
    <fieldset className={styles.doors}>
      <legend className={styles.legend}>{t('import:kindOfFile')}</legend>
      {doors.map(({ kind }) => (
        <label className={styles.door} key={kind}>
          <input
            checked={kind === chosen.kind}
            name="import-kind"
            onChange={() => onChoose(kind)}
            type="radio"
            value={kind}
          />
          {t(`import:${kind}`)}
        </label>
      ))}
    </fieldset>
  )
}

function Invitation({ door }: { door: ImportDoor }) {
  const { t } = usePortalText()
  return (
    <span>
      {t(`import:drop-${door.kind}`)} <span className={styles.choose}>{t('import:choose')}</span>
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
function useUpload({ door, onPreview }: { door: ImportDoor; onPreview: (importId: string) => void }) {
  const [reading, setReading] = useState<string | null>(null)
  const [failure, setFailure] = useState<{ filename: string; message: string } | null>(null)
  const upload = async (file: File | undefined) => {
    if (!file || reading) return
    setFailure(null)
    setReading(file.name)
    const form = new FormData()
    form.set('file', file)
    try {
      const preview = await fetchJson<ImportPreviewOut>({ url: door.path, method: 'POST', form })
      onPreview(preview.importId)
    } catch (error) {
      setFailure({ filename: file.name, message: error instanceof Error ? error.message : String(error) })
    } finally {
      setReading(null)
    }
  }
  return { reading, failure, upload }
}
