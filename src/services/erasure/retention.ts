import type { Payload } from 'payload'
import {
  type RetentionLimits,
  type RetentionPeriods,
  retentionLimits,
} from '../../domain/erasure/retentionLimits'
import { storeOf } from '../../store/storeOf'

/** So many cases are named in a dry run. */
const maxExamples = 20

export type RetentionPreview = RetentionPeriods &
  RetentionLimits & { isAutomatic: boolean; cases: number; imports: number; examples: string[] }

/** The periods of the settings. */
export async function loadRetention(payload: Payload): Promise<RetentionPeriods & { isAutomatic: boolean }> {
  const { retention } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  return {
    caseDays: retention?.caseDays ?? null,
    importDays: retention?.importDays ?? null,
    isAutomatic: retention?.isAutomatic === true,
  }
}

/** What the periods would erase now; nothing is. */
export async function previewRetention({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<RetentionPreview> {
  const { isAutomatic, ...periods } = await loadRetention(payload)
  const limits = retentionLimits({ periods, now })
  const store = storeOf(payload)
  const { day } = limits
  const first = day === null ? [] : await store.casesBefore({ day, limit: maxExamples })
  return {
    ...periods,
    ...limits,
    isAutomatic,
    ...(await store.countBefore(limits)),
    examples: first.map(({ fallId }) => fallId),
  }
}
