import type { Payload } from 'payload'
import { createIcdCatalogue, type IcdCatalogue } from '../../domain/icd/catalogue/icdCatalogue'
import { storeOf } from '../../store/storeOf'

/** How long a process goes on with its catalogue before it looks whether another one has been stored. */
const freshMs = 2_000

type Held = { version: string; catalogue: IcdCatalogue | null; checkedAt: number }

const held = new WeakMap<object, Promise<Held>>()

/**
 * The newest ICD catalogue, or `null` when none is loaded. It is held in memory, so that both databases search alike
 * and fast; one that was imported meanwhile, here or by another process, is seen within two seconds.
 */
export async function loadIcdCatalogue(payload: Payload): Promise<IcdCatalogue | null> {
  const known = held.get(payload.db)
  const last = await known?.catch(() => undefined)
  const current = held.get(payload.db)
  // Whoever waited here meanwhile has begun to look already.
  if (current !== known && current) return (await current).catalogue
  if (last && Date.now() - last.checkedAt < freshMs) return last.catalogue
  const next = refreshed({ payload, last })
  held.set(payload.db, next)
  return (await next).catalogue
}

/** Has the next one who asks look at the database: the catalogue has just been replaced. */
export function forgetIcdCatalogue(payload: Payload): void {
  held.delete(payload.db)
}

async function refreshed({ payload, last }: { payload: Payload; last: Held | undefined }): Promise<Held> {
  const store = storeOf(payload)
  const checkedAt = Date.now()
  const newest = await store.newestIcdCatalogue()
  const version = newest ? `${newest.year} ${newest.at}` : ''
  if (last?.version === version) return { ...last, checkedAt }
  if (!newest) return { version, catalogue: null, checkedAt }
  const entries = await store.icdCatalogueEntries(newest.year)
  return { version, catalogue: createIcdCatalogue({ year: newest.year, entries }), checkedAt }
}
