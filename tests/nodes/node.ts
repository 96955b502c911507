import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endTransaction, type OpenTransaction } from '../int/endTransaction'

/** How long a node may take to start; Node 20 under tsx now and then never finishes loading. */
const startMs = 90_000

const preload = new URL('./noteTransactions.mjs', import.meta.url)

/** A process of the portal, on a database that others work on as well. */
export type Node = {
  /** Stands still until `goOn`, as a machine that has no time for it. */
  pause(): void
  goOn(): void
  /** Kills it (-9); what its database would forget after a minute is forgotten at once. */
  kill(): Promise<void>
  /** Ends it as an operator would; its exit code. */
  stop(): Promise<number | null>
}

type Start = { name: string; args: readonly string[]; env: Record<string, string> & { DATA_DIR: string } }

/** Starts a node and waits until `isReady`, which gets what it has said; one that hangs while it loads is started again. */
export async function startNode(start: Start, isReady: (said: string) => Promise<boolean>): Promise<Node> {
  for (;;) {
    const { process: child, said } = spawnNode(start)
    const outcome = await settled({ child, isReady: () => isReady(said()) })
    if (outcome === 'ready') return nodeOf({ child, start })
    child.kill('SIGKILL')
    if (outcome === 'ended' && child.exitCode !== 13) throw new Error(`${start.name} ended:\n${said()}`)
  }
}

const transactionsOf = ({ name, env }: Start) => join(env.DATA_DIR, `${name}.transactions`)

function spawnNode(start: Start): { process: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, start.args, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...start.env,
      TRANSACTIONS: transactionsOf(start),
      NODE_OPTIONS: `--import=${preload.href}`,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    process.stderr.write(`${start.name}: ${chunk.toString()}`)
  })
  return { process: child, said: () => output }
}

async function settled({
  child,
  isReady,
}: {
  child: ChildProcess
  isReady: () => Promise<boolean>
}): Promise<'ready' | 'ended' | 'hung'> {
  const until = Date.now() + startMs
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return 'ended'
    if (await isReady()) return 'ready'
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return 'hung'
}

function nodeOf({ child, start }: { child: ChildProcess; start: Start }): Node {
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    kill: async () => {
      if (hasEnded()) return
      child.kill('SIGKILL')
      await ended
      const noted = transactionsOf(start)
      const begun = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : []
      // Each session has at most its last one open.
      const last = new Map(
        begun.map((line) => JSON.parse(line) as OpenTransaction).map((one) => [one.lsid, one]),
      )
      for (const open of last.values()) await endTransaction({ uri: start.env.DATABASE_URI ?? '', open })
    },
    stop: async () => {
      if (hasEnded()) return child.exitCode
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      return ended
    },
  }
}
