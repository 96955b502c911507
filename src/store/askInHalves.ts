/** How many cases a single lookup finds at most. */
const mostOfOne = 400
/** How many cases a lookup finds on average before it is looked at more closely. */
const usualOfEach = 40

/**
 * Asks for what lookups find, many at once, and of those that find very much only for the first of it: where an answer is
 * longer than usual, each half of the lookups is asked for alone, down to a single one. So a value that thousands of cases
 * share neither loads them all nor crowds out what the others find. `ask` answers at most `limit`, the first in its order.
 */
export async function askInHalves<Lookup, Found>({
  lookups,
  ask,
}: {
  lookups: readonly Lookup[]
  ask: (lookups: readonly Lookup[], limit: number) => Promise<Found[]>
}): Promise<Found[]> {
  if (lookups.length === 0) return []
  const isOne = lookups.length === 1
  const most = isOne ? mostOfOne : Math.max(mostOfOne, usualOfEach * lookups.length)
  const found = await ask(lookups, isOne ? most : most + 1)
  if (isOne || found.length <= most) return found
  const middle = Math.ceil(lookups.length / 2)
  const halves = [lookups.slice(0, middle), lookups.slice(middle)]
  const answers: Found[] = []
  for (const half of halves) for (const one of await askInHalves({ lookups: half, ask })) answers.push(one)
  return answers
}
