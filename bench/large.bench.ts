import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measurement } from './measure'

/** An import of as many rows as may be, from file to undo, in a process of its own, for what this one stored before would count as its memory. */
export function benchLarge(): Promise<Measurement[]> {
  const child = fork(fileURLToPath(new URL('measureLarge.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  return new Promise((resolve, reject) => {
    child.on('message', (measurements) => resolve(measurements as Measurement[]))
    child.on('exit', (code) => (code === 0 ? null : reject(new Error(`Measuring ended with ${code}.`))))
  })
}
