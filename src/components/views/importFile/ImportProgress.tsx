'use client'

import { Button } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { ImportStateOut } from '../../../endpoints/importFiles/contract'
import { formatCount, formatShare } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { ProgressBar } from '../../ui/ProgressBar'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { ImportPreview } from './ImportPreview'
import { ImportResult } from './ImportResult'
import { useConfirm } from './useConfirm'

const pollMs = 1_000

/** One import: its preview, its progress while it is applied or undone, its result. */
export function ImportProgress({ importId, onLeave }: { importId: string; onLeave: () => void }) {
  const { t } = usePortalText()
  const state = useResource<ImportStateOut>(`/api/import/${importId}`)
  const { reload } = state
  const { confirm, failure, isSending } = useConfirm({ state: state.data, reload })
  const isUnderWay = isSending || state.data?.status === 'applying' || state.data?.isUndoing === true

  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(reload, pollMs)
    return () => clearInterval(timer)
  }, [isUnderWay, reload])

  if (!state.data && state.error)
    return (
      <>
        <LoadFailure message={state.error.message} onRetry={reload} />
        <Button buttonStyle="secondary" onClick={onLeave}>
          {t('import:discard')}
        </Button>
      </>
    )
  if (!state.data) return null
  const { result, undo, status, isUndoing, filename, kind } = state.data
  if (result && !isUndoing)
    return (
      <ImportResult
        filename={filename}
        kind={kind}
        isUndone={status === 'undone'}
        notice={failure ?? state.data.failure?.message ?? null}
        onChange={reload}
        onLeave={onLeave}
        result={result}
        undo={undo ?? null}
      />
    )
  if (isUnderWay) return <UnderWay state={state.data} />
  return (
    <ImportPreview
      failure={failure}
      onConfirm={confirm}
      onLeave={onLeave}
      onPlanned={reload}
      state={state.data}
    />
  )
}

const phaseTexts = {
  applying: {
    waiting: 'preview:queued',
    reading: 'preview:reading',
    planning: 'preview:phasePlanning',
    preparing: 'preview:preparing',
    storing: 'preview:storing',
  },
  undoing: {
    waiting: 'preview:undoQueued',
    reading: 'preview:undoReading',
    planning: 'preview:undoPlanning',
    preparing: 'preview:undoPlanning',
    storing: 'preview:undoStoring',
  },
} as const

/** How far applying or undoing an import is, as the server tells; until it tells, that it waits. */
function UnderWay({ state: { filename, progress, isUndoing } }: { state: ImportStateOut }) {
  const { t, language } = usePortalText()
  const { done, total, phase } = progress
  const label = t(phaseTexts[isUndoing ? 'undoing' : 'applying'][phase ?? 'waiting'], { filename })
  const figures = {
    share: formatShare(total === 0 ? 0 : done / total, language),
    done: formatCount(done, language),
    total: formatCount(total, language),
  }
  return (
    <section>
      <p aria-live="polite">{label}</p>
      <ProgressBar done={phase ? done : null} label={label} total={total} />
      <p>
        {phase && t('preview:progress', figures)} {t('preview:stays')}
      </p>
    </section>
  )
}
