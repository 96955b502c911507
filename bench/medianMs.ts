/** The median of how long work takes, in milliseconds, after some rounds that do not count. */
export async function medianMs({
  work,
  runs,
  warmUp = 0,
}: {
  work: () => Promise<unknown>
  runs: number
  warmUp?: number
}): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < warmUp + runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.slice(warmUp).sort((left, right) => left - right)[Math.floor(runs / 2)] ?? 0
}
