/** Whether a write ended because a unique value was taken in the meantime. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000
}
