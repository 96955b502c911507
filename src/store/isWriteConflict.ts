/** Whether a transaction ended because another one was writing the same document. */
export function isWriteConflict(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 112
}
