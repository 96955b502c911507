/** Why something is erased: somebody asked for it, or its time is over. */
export const erasureReasons = ['request', 'retention'] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** `failed`: the last try came to nothing; it is tried again every night, and nothing is half erased for good. */
export const erasureStatuses = ['running', 'done', 'failed'] as const
export type ErasureStatus = (typeof erasureStatuses)[number]

export const erasureReasonLabels: Record<ErasureReason, { de: string; en: string }> = {
  request: { de: 'Auf Antrag', en: 'By request' },
  retention: { de: 'Aufbewahrungsfrist', en: 'Retention period' },
}
