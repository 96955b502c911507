'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type {
  ImportConfirmIn,
  ImportResultOut,
  ImportStateOut,
} from '../../../endpoints/importFiles/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'
import { LoadFailure } from '../../ui/LoadFailure'
import { ProgressBar } from '../../ui/ProgressBar'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { ImportPreview } from './ImportPreview'
import { ImportResult } from './ImportResult'
import type { Decisions } from './ImportRows'
import { doorOf } from './importDoors'

const pollMs = 1_000

/** One import: its preview, its progress while it is applied, its result. */
export function ImportProgress({ importId, onLeave }: { importId: string; onLeave: () => void }) {
  const { t } = usePortalText()
  const state = useResource<ImportStateOut>(`/api/import/${importId}`)
  const [result, setResult] = useState<ImportResultOut | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const { reload } = state
  const isApplying = state.data?.status === 'applying'

  useEffect(() => {
    if (!isApplying && !isSending) return
    const timer = setInterval(reload, pollMs)
    return () => clearInterval(timer)
  }, [isApplying, isSending, reload])

  const confirm = async (decisions: Decisions) => {
    const door = doorOf(state.data?.kind ?? '')
    if (!door) return
    setIsSending(true)
    setFailure(null)
    const body: ImportConfirmIn = { importId, decisions }
    try {
      const answer = await fetchJson<Answer>({ url: `${door.path}/confirm`, method: 'POST', body })
      if (isResult(answer)) setResult(answer)
    } catch (error) {
      // Where somebody else was first, what they did is what there is to see.
      const isTheirs = error instanceof ApiError && error.code === 'importAlreadyApplied'
      setFailure(
        isTheirs ? t('import:alreadyApplied') : error instanceof Error ? error.message : String(error),
      )
    } finally {
      reload()
      setIsSending(false)
    }
  }

  if (state.error)
    return (
      <>
        <LoadFailure message={state.error.message} onRetry={reload} />
        <Button buttonStyle="secondary" onClick={onLeave}>
          {t('import:discard')}
        </Button>
      </>
    )
  if (!state.data) return null
  const done = result ?? state.data.result
  if (done)
    return (
      <ImportResult
        filename={state.data.filename}
        kind={state.data.kind}
        isUndone={state.data.status === 'undone'}
        notice={failure}
        onChange={reload}
        onLeave={onLeave}
        result={done}
      />
    )
  if (isSending || isApplying) {
    const { progress, filename } = state.data
    return (
      <div aria-live="polite">
        <p>{t('import:applying', { filename })}</p>
        <ProgressBar
          done={progress.done > 0 ? progress.done : null}
          label={t('import:applying', { filename })}
          total={progress.total}
        />
      </div>
    )
  }
  return <ImportPreview failure={failure} onConfirm={confirm} onLeave={onLeave} state={state.data} />
}

/** A large import is answered while it is still applied (202). */
type Answer = ImportResultOut | { importId: string; status: 'applying' }

function isResult(answer: Answer): answer is ImportResultOut {
  return answer.status === 'applied'
}
