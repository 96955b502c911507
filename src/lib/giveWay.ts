/** How long work may hold the process before others get their turn. */
const turnMs = 20

/** Does work that pauses; others have their turn in its pauses. */
export async function withTurns<T>(work: Generator<unknown, T>): Promise<T> {
  const turn = createTurns()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await turn()
  }
}

/** Answers, at each call, when the work may go on: at once, or after others had their turn because the last is long ago. */
export function createTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < turnMs) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
