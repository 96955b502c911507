import { createTurns } from './giveWay'

const itemsPerSlice = 200

/** What `work` makes of the items, a slice at a time; other requests have their turn in between. */
export async function inSlices<Item, Made>({
  items,
  work,
  size = itemsPerSlice,
  tell,
}: {
  items: readonly Item[]
  work: (slice: readonly Item[]) => readonly Made[] | Promise<readonly Made[]>
  size?: number
  /** Hears how much of the whole is done, 0 to 1. */
  tell?: (share: number) => void
}): Promise<Made[]> {
  const made: Made[] = []
  const turn = createTurns()
  for (let start = 0; start < items.length; start += size) {
    for (const one of await work(items.slice(start, start + size))) made.push(one)
    tell?.(Math.min(1, (start + size) / items.length))
    await turn()
  }
  return made
}
