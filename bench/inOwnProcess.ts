import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * What a script of the bench measures in a process of its own and tells its parent: whatever this one did before would
 * count as its memory.
 */
export function inOwnProcess<Measured>(script: URL, args: readonly string[] = []): Promise<Measured> {
  const child = fork(fileURLToPath(script), args, { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.on('message', (measured) => resolve(measured as Measured))
    child.on('exit', (code) =>
      code === 0 ? null : reject(new Error(`${script.pathname} ended with ${code}.`)),
    )
  })
}
