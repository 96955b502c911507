import { type ChildProcess, fork } from 'node:child_process'

/** How long a child may take to load; Node 20 under tsx now and then never finishes. */
const loadingMs = 90_000

/**
 * Starts a script in a process of its own and waits for its first message. One that hangs while it loads, or ends with 13
 * (see scripts/openPortal.ts), is started again.
 */
export async function startChild({
  script,
  args = [],
  env = {},
}: {
  script: string
  args?: readonly string[]
  env?: Record<string, string>
}): Promise<ChildProcess> {
  for (;;) {
    const child = fork(script, args, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const outcome = await new Promise<'ready' | 'hung' | 'ended'>((resolve) => {
      const hung = setTimeout(() => resolve('hung'), loadingMs)
      const settle = (how: 'ready' | 'ended') => {
        clearTimeout(hung)
        resolve(how)
      }
      child.once('message', () => settle('ready'))
      child.once('exit', () => settle('ended'))
    })
    if (outcome === 'ready') return child
    if (outcome === 'ended' && child.exitCode !== 13)
      throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode}.`)
    child.kill('SIGKILL')
  }
}

/** Kills a process (-9) and waits until it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
