import type { CollectionBeforeChangeHook } from 'payload'
import { createFallIdAllocator, fallIdKey, fallIdPrefix } from '../domain/cases/fallId'
import { storeOf } from '../store/storeOf'

/** How long a given number stays reserved while its case is being written, in milliseconds. */
const reservationMs = 10_000

/** Numbers given out in this process whose cases may not be stored yet; the unique index guards the rest. */
const reserved = new Map<string, number>()

/** A new case gets its Fall-ID, which never changes afterwards (SPEC §2). */
export const assignFallId: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const prefix = fallIdPrefix(data)
  const stored = await storeOf(req.payload).fallIdsWithPrefixes([prefix])
  forgetOldReservations()
  const allocate = createFallIdAllocator([...stored, ...reserved.keys()])
  const fallId = allocate(fallIdKey(data))
  reserved.set(fallId, Date.now() + reservationMs)
  return { ...data, fallId }
}

function forgetOldReservations(): void {
  const now = Date.now()
  for (const [fallId, until] of reserved) if (until < now) reserved.delete(fallId)
}
