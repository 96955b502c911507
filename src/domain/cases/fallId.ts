import type { CaseValues } from './caseValues'

/** What every Fall-ID of a case's week and group begins with: `2026-06-onko-`. */
export function fallIdPrefix({ jahr, kw, fallgruppe }: CaseValues): string {
  return `${String(jahr).padStart(4, '0')}-${String(kw).padStart(2, '0')}-${fallgruppe}-`
}

/** The Fall-ID of the first case of its key (SPEC §2): `2026-06-onko-Tonn`; the name as it is, trimmed and in NFC. */
export function fallIdKey(values: CaseValues): string {
  return fallIdPrefix(values) + String(values.nachname).normalize('NFC').trim()
}

/** Gives out the Fall-ID of a key; `next` only says which it would be. */
export type FallIdAllocator = ((key: string) => string) & { next(key: string): string }

/**
 * Gives out Fall-IDs for keys: the key itself, then `-2`, `-3` and so on, past the highest number in use. What it
 * gave out counts as taken; no id is ever given twice.
 */
export function createFallIdAllocator(taken: Iterable<string>): FallIdAllocator {
  const used = new Set<string>()
  const highest = new Map<string, number>()
  const note = (id: string) => {
    used.add(id)
    raise(highest, id, 1)
    const dash = id.lastIndexOf('-')
    const number = dash > 0 && digits.test(id.slice(dash + 1)) ? Number(id.slice(dash + 1)) : 1
    if (number >= 2) raise(highest, id.slice(0, dash), number)
  }
  for (const id of taken) note(id)
  const next = (key: string) => {
    let number = used.has(key) || (highest.get(key) ?? 0) > 1 ? Math.max(2, (highest.get(key) ?? 1) + 1) : 1
    while (used.has(idOf(key, number))) number += 1
    return idOf(key, number)
  }
  const allocate = (key: string) => {
    const id = next(key)
    note(id)
    return id
  }
  return Object.assign(allocate, { next })
}

const digits = /^\d+$/

function idOf(key: string, number: number): string {
  return number === 1 ? key : `${key}-${number}`
}

function raise(highest: Map<string, number>, key: string, number: number): void {
  if ((highest.get(key) ?? 0) < number) highest.set(key, number)
}
