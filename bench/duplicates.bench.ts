import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measurement } from './measure'

/**
 * The search for duplicates among the cases that are there, by a portal that has just started: what this process has
 * stored before would count as its memory.
 */
export function benchDuplicates(): Promise<Measurement[]> {
  const child = fork(fileURLToPath(new URL('measureDuplicates.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  return new Promise((resolve, reject) => {
    child.on('message', (measurements) => resolve(measurements as Measurement[]))
    child.on('exit', (code) => (code === 0 ? null : reject(new Error(`Measuring ended with ${code}.`))))
  })
}
