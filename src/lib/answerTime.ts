/**
 * Waits until a whole number of steps has passed since a moment of `performance.now()`, so that what took a little longer
 * answers at the same time as what did not. For doors where the work itself would tell who has an account.
 */
export async function untilWholeStep({ since, stepMs }: { since: number; stepMs: number }): Promise<void> {
  const elapsed = performance.now() - since
  const rest = Math.ceil(elapsed / stepMs) * stepMs - elapsed
  await new Promise((resolve) => setTimeout(resolve, rest))
}
