'use client'

import type { DashboardOut } from '../../endpoints/reports/contract'
import { useResource } from './useResource'

/** The years that have cases, newest first. */
export function useYears(): readonly number[] {
  return useResource<DashboardOut>('/api/reports/dashboard').data?.jahre ?? []
}
