'use client'

import { scopeOf } from '../../../../domain/reports/analyses/analysisFile'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { usePortalText } from '../../../ui/usePortalText'

/** What the analyses are about in words: `2026, Onkologie`. */
export function useScope(analyses: AnalysesOut | null): string {
  const { language } = usePortalText()
  return analyses ? scopeOf({ analyses, language }) : ''
}
