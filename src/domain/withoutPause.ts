/** What work that pauses comes to when nobody wants a turn in between. */
export function withoutPause<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
