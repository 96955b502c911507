/** How often whoever works on something says that they do. */
const signEveryMs = 5_000

/** How long they may be silent before they count as ended; several signs, for a machine may be busy. */
export const silentMs = 30_000

/** A job is given away later than what it had claimed, so that whoever runs it again may claim that. */
export const jobSilentMs = silentMs + 2 * signEveryMs

/** The claim of a process that has ended for certain: nobody gave a sign since. */
export const longAgo = new Date(0).toISOString()

/** Who gave no sign since this instant (ISO) counts as ended. */
export function silentSince(now: Date): string {
  return new Date(now.getTime() - silentMs).toISOString()
}

/** Does the work and gives a sign every few seconds until it is done; a sign that fails does not end it. */
export async function givingSigns<T>({
  sign,
  onFailure,
  work,
}: {
  sign: () => Promise<unknown>
  onFailure: (error: unknown) => void
  work: () => Promise<T>
}): Promise<T> {
  const beat = setInterval(() => void sign().catch(onFailure), signEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
