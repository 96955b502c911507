const lookEveryMs = 5

/** How long work takes, and the longest stretch of it in which nobody else in the process gets a turn, in milliseconds. */
export async function watchStretches<T>(
  work: () => Promise<T>,
): Promise<{ result: T; ms: number; longestMs: number }> {
  let last = performance.now()
  let longestMs = 0
  const look = () => {
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last - lookEveryMs)
    last = now
  }
  const timer = setInterval(look, lookEveryMs)
  const start = last
  try {
    const result = await work()
    const ms = performance.now() - start
    look()
    return { result, ms, longestMs }
  } finally {
    clearInterval(timer)
  }
}
