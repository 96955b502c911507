import type { Decision } from './planItem'

/** What admins decided and typed in a preview, by row key; corrections by case field too. */
export type Amendments = {
  decisions: Readonly<Record<string, Decision>>
  corrections: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The same as it is stored: names of sheets may have signs that no database takes in the name of a field. */
export type StoredAmendments = {
  decisions: [string, Decision][]
  corrections: [string, Readonly<Record<string, unknown>>][]
}

/** Amendments as they are stored. */
export function storedForm({ decisions, corrections }: Amendments): StoredAmendments {
  return { decisions: Object.entries(decisions), corrections: Object.entries(corrections) }
}

/**
 * Puts given decisions and corrections over stored ones: a decision in place of the row's, a correction in place of the
 * field's. Rows that are `reset` have none but those given.
 */
export function mergeAmendments({
  stored,
  given,
  reset = [],
}: {
  stored: Amendments
  given: Amendments
  reset?: readonly string[]
}): Amendments {
  const decisions = new Map(Object.entries(stored.decisions))
  const corrections = new Map(Object.entries(stored.corrections))
  for (const key of reset) {
    decisions.delete(key)
    corrections.delete(key)
  }
  for (const [key, decision] of Object.entries(given.decisions)) decisions.set(key, decision)
  for (const [key, fields] of Object.entries(given.corrections)) {
    corrections.set(key, { ...corrections.get(key), ...fields })
  }
  return { decisions: Object.fromEntries(decisions), corrections: Object.fromEntries(corrections) }
}

/** The same without the decisions of some rows. */
export function withoutDecisions(
  { decisions, corrections }: Amendments,
  keys: ReadonlySet<string>,
): Amendments {
  const kept = Object.entries(decisions).filter(([key]) => !keys.has(key))
  return { decisions: Object.fromEntries(kept), corrections }
}
