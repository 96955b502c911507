import { inOwnProcess } from './inOwnProcess'
import type { Measurement } from './measure'

/** An import of as many rows as may be, from file to undo, in a process of its own, for what this one stored before would count as its memory. */
export function benchLarge(): Promise<Measurement[]> {
  return inOwnProcess(new URL('measureLarge.ts', import.meta.url))
}
