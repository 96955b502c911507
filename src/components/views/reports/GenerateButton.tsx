'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ReportOut } from '../../../endpoints/reports/contract'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'

/** Generates the workbook of a week, once at a time, and says how it went. */
export function GenerateButton({ week, onGenerated }: { week: IsoWeek; onGenerated: () => void }) {
  const { t } = usePortalText()
  const [isRunning, setIsRunning] = useState(false)
  const generate = async () => {
    setIsRunning(true)
    try {
      const report = await fetchJson<ReportOut>({ url: '/api/reports/generate', body: week })
      toast.success(t('reports:generated', { filename: report.filename }))
      onGenerated()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    } finally {
      setIsRunning(false)
    }
  }
  return (
    <Button disabled={isRunning} margin={false} onClick={generate}>
      <span aria-live="polite">{t(isRunning ? 'reports:generating' : 'reports:generate')}</span>
    </Button>
  )
}
