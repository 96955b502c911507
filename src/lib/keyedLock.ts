const tails = new Map<string, Promise<unknown>>()

/**
 * Runs one task at a time per key in this process, in the order of the calls. A failed task does not stop
 * the next. The database keeps its own guards for what several processes do.
 */
export async function withLock<T>(key: string, task: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve()
  const run = before.then(task, task)
  const tail = run.catch(() => undefined)
  tails.set(key, tail)
  try {
    return await run
  } finally {
    if (tails.get(key) === tail) tails.delete(key)
  }
}
