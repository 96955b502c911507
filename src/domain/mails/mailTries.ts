/** How often a mail is tried before it counts as undeliverable: the last try is eight and a half hours after the first. */
export const maxMailTries = 10

/** The wait after the first failure; each further one doubles it. */
const firstRetryDelayMs = 60_000

/** When a mail is tried again that has failed `tries` times, `null` when it is not. `now` and the answer are ISO instants. */
export function nextTryAt({ tries, now }: { tries: number; now: string }): string | null {
  if (tries >= maxMailTries) return null
  return new Date(Date.parse(now) + firstRetryDelayMs * 2 ** (tries - 1)).toISOString()
}
