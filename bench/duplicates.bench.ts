import { inOwnProcess } from './inOwnProcess'
import type { Measurement } from './measure'

/**
 * The search for duplicates among the cases that are there, by a portal that has just started: what this process has
 * stored before would count as its memory.
 */
export function benchDuplicates(): Promise<Measurement[]> {
  return inOwnProcess(new URL('measureDuplicates.ts', import.meta.url))
}
