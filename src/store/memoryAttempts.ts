import type { AttemptCounter, Attempts } from '../domain/rateLimits/attemptCounter'

/** Counts in this process; the oldest keys go when there are more than `maxKeys`, so that nobody can fill the memory. */
export function memoryAttempts(maxKeys = 100_000): AttemptCounter {
  // A map keeps the order of insertion: the first key is the oldest stretch.
  const stretches = new Map<string, Attempts>()
  const running = (key: string, now: number) => {
    const found = stretches.get(key)
    if (found && found.endsAt > now) return found
    stretches.delete(key)
    return null
  }
  return {
    add: async ({ key, seconds, now }) => {
      const attempts = running(key, now) ?? { count: 0, endsAt: now + seconds * 1000 }
      attempts.count += 1
      stretches.set(key, attempts)
      makeRoom({ stretches, maxKeys, now })
      return { ...attempts }
    },
    read: async ({ key, now }) => {
      const attempts = running(key, now)
      return attempts && { ...attempts }
    },
    takeBack: async (key) => {
      const attempts = stretches.get(key)
      if (attempts && attempts.count > 0) attempts.count -= 1
    },
    forget: async (key) => {
      stretches.delete(key)
    },
  }
}

/** Looks at a few of the oldest with each new one, so that clearing away never takes long. */
function makeRoom({
  stretches,
  maxKeys,
  now,
}: {
  stretches: Map<string, Attempts>
  maxKeys: number
  now: number
}): void {
  let looked = 0
  for (const [key, { endsAt }] of stretches) {
    looked += 1
    if (endsAt <= now || stretches.size > maxKeys) stretches.delete(key)
    if (looked >= 4) return
  }
}
