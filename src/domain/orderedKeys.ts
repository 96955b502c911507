/** A value as JSON has it, with the keys of its objects in order: equal values give equal texts. */
export function orderedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(orderedKeys)
  if (value instanceof Date) return value.toISOString()
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, orderedKeys(part)]))
}
