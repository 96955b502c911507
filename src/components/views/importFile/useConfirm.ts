'use client'

import { useState } from 'react'
import type { ImportConfirmIn, ImportPlanIn, ImportStateOut } from '../../../endpoints/importFiles/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import { doorOf } from './importDoors'

/** Confirms a preview as it is stored; why that came to nothing is said in words. */
export function useConfirm({ state, reload }: { state: ImportStateOut | null; reload: () => void }) {
  const { t } = usePortalText()
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)

  const confirm = async () => {
    const door = doorOf(state?.kind ?? '')
    if (!state || !door) return
    const { importId } = state
    const body: ImportConfirmIn = { importId }
    setIsSending(true)
    setFailure(null)
    try {
      await fetchJson({ url: `${door.path}/confirm`, method: 'POST', body })
    } catch (error) {
      setFailure(await sentenceOf(error, importId))
    } finally {
      reload()
      setIsSending(false)
    }
  }

  const sentenceOf = async (error: unknown, importId: string): Promise<string> => {
    // Where somebody else was first, what they did is what there is to see.
    if (isCode(error, 'importAlreadyApplied')) return t('import:alreadyApplied')
    if (isCode(error, 'decisionRefused')) {
      await planAgain(importId)
      return t('preview:planChanged')
    }
    return error instanceof Error ? error.message : String(error)
  }

  return { confirm, failure, isSending }
}

/** Cases are others than when a decision was made: the preview shows what is possible now. */
async function planAgain(importId: string): Promise<void> {
  const body: ImportPlanIn = {}
  await fetchJson({ url: `/api/import/${importId}/plan`, method: 'POST', body }).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error
  })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code
}
