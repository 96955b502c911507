/** Finds Fall-IDs in texts; each holds the Nachname. `2026-06-onko-Tonn` is not in `2026-06-onko-Tonn-2`. */
export type Mentions = { isIn(text: string): boolean }

/** How every Fall-ID begins, so that of most texts no more is looked at. */
const beginning = /\d{4}-\d\d-[a-z]+-/

export function mentionsOf(fallIds: readonly string[]): Mentions {
  const known = fallIds.map((fallId) => ({ fallId, pattern: wholeWord(fallId) }))
  return {
    isIn: (text) =>
      beginning.test(text) &&
      known.some(({ fallId, pattern }) => text.includes(fallId) && pattern.test(text)),
  }
}

/** The same value without its texts that mention one of them; the very same object when there is none. */
export function withoutMentions<Value>(value: Value, mentions: Mentions): Value {
  return without(value, mentions) as Value
}

function without(value: unknown, mentions: Mentions): unknown {
  if (typeof value === 'string') return mentions.isIn(value) ? '' : value
  if (Array.isArray(value)) {
    const parts = value.map((part) => without(part, mentions))
    return parts.every((part, index) => part === value[index]) ? value : parts
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const parts = entries.map(([name, part]) => [name, without(part, mentions)] as const)
  return parts.every(([, part], index) => part === entries[index]?.[1]) ? value : Object.fromEntries(parts)
}

function wholeWord(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}-])${literal}(?![\\p{L}\\p{N}-])`, 'u')
}
