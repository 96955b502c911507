import { type ChildProcess, fork } from 'node:child_process'

export type SpareProcesses<Order> = {
  /** A process that has started, and begins what it is told to. */
  take(order: Order): Promise<ChildProcess>
  stop(): void
}

/** While modules are loaded nothing else keeps Node 20 (see scripts/openPortal.ts): it would end, with 13. */
const keepAlive = 'data:text/javascript,setInterval(() => undefined, 60_000)'

/** Starting a process takes seconds, so the next one starts while another is at work. Each says `ready`, and waits. */
export function spareProcesses<Order extends object>(path: string): SpareProcesses<Order> {
  const start = () => {
    const child = fork(path, { execArgv: ['--import', keepAlive, '--import', 'tsx'], silent: true })
    const ready = new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      child.once('exit', (code) => reject(new Error(`${path} ended with ${code} before it had begun.`)))
    })
    // It may be stopped without ever having been taken.
    ready.catch(() => undefined)
    return { child, ready }
  }
  let next = start()
  return {
    take: async (order) => {
      const { child, ready } = next
      next = start()
      await ready
      child.send(order)
      return child
    },
    stop: () => next.child.kill('SIGKILL'),
  }
}

/** What this process is told to do, by whoever took it. */
export function nextOrder<Order>(): Promise<Order> {
  process.send?.('ready')
  return new Promise((resolve) => process.once('message', (order) => resolve(order as Order)))
}
