/** How often something was tried in a stretch of time that began with the first try; times are epoch milliseconds. */
export type Attempts = { count: number; endsAt: number }

/** Counts tries by key. Two counters hold the same contract: one in memory, one in the database of many nodes. */
export type AttemptCounter = {
  /** Counts one more and answers how many there are by now; a new stretch begins where none runs. */
  add(attempt: { key: string; seconds: number; now: number }): Promise<Attempts>
  /** What has been counted in the running stretch; `null` where none runs. */
  read(attempt: { key: string; now: number }): Promise<Attempts | null>
  /** Takes one back. */
  takeBack(key: string): Promise<void>
  /** Forgets everything about a key. */
  forget(key: string): Promise<void>
}
