/** For zod: a variable that is set to nothing is not set. */
export function emptyIsAbsent(value: unknown): unknown {
  return value === '' ? undefined : value
}
