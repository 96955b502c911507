import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Db, MongoClient } from 'mongodb'
import { freePort } from '../e2e/freePort'
import { type Nginx, startNginx } from '../e2e/nginx'
import { s3Server, s3Variables } from '../int/s3Server'
import { type Node, startNode } from './node'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A web node, and its address past nginx. */
export type WebNode = Node & { address: string }

/**
 * The demo's cases on a MongoDB, with nginx before the web nodes and workers beside them. Each has a disk of its own, as
 * on machines of their own; files are in a bucket.
 */
export type Installation = {
  nginx: Nginx
  web: WebNode[]
  workers: Node[]
  logins: { email: string; password: string; role: string }[]
  /** The database itself, for what no address tells. */
  database: Db
  startWorker(): Promise<Node>
  /** Runs a script of the installation's; its exit code and what it said. */
  run(script: string, args?: readonly string[]): { code: number | null; output: string }
  /** Ends everything, and asks of each what was still running whether it ended as it should. */
  stop(): Promise<(number | null)[]>
}

/** Builds what is to be built, fills a database, and starts two web nodes, two workers and nginx. */
export async function startInstallation(mongo: string): Promise<Installation> {
  const disks = mkdtempSync(join(tmpdir(), 'portal-nodes-'))
  const store = await s3Server(['files'])
  await store.start()
  const env = { ...environmentOf({ mongo, disks }), ...s3Variables(store.place('files')) }
  const run = (words: readonly string[]) =>
    spawnSync(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' })
  const prepared = run(['scripts/demo.mjs', '--prepare'])
  if (prepared.status !== 0) throw new Error(`${prepared.stdout}\n${prepared.stderr}`)
  const client = await MongoClient.connect(env.DATABASE_URI)
  const ports = [await freePort(), await freePort()]
  const nodes: Node[] = []
  const keep = <Kind extends Node>(node: Kind) => {
    nodes.push(node)
    return node
  }
  const startWorker = async () => keep(await startWorkerNode({ name: `worker ${nodes.length}`, env }))
  // All at once, as after a failure of the power.
  const [web, workers] = await Promise.all([
    Promise.all(ports.map(async (port) => keep(await startWebNode({ port, env })))),
    Promise.all([startWorkerNode({ name: 'worker A', env }), startWorkerNode({ name: 'worker B', env })]),
  ])
  for (const worker of workers) keep(worker)
  const nginx = await startNginx(ports)
  return {
    nginx,
    web,
    workers,
    database: client.db(),
    logins: JSON.parse(readFileSync(join(env.DATA_DIR, 'demo-logins.json'), 'utf8')),
    startWorker,
    run: (script, args = []) => {
      const { status, stdout, stderr } = run(['--import', 'tsx', script, ...args])
      return { code: status, output: `${stdout}${stderr}` }
    },
    stop: async () => {
      await nginx.stop()
      const codes = await Promise.all(nodes.map((node) => node.stop()))
      await client.db().dropDatabase()
      await client.close()
      await store.remove()
      rmSync(disks, { recursive: true, force: true })
      return codes
    },
  }
}

function environmentOf({ mongo, disks }: { mongo: string; disks: string }) {
  const uri = new URL(mongo)
  uri.pathname = `/nodes_${Date.now().toString(36)}`
  return {
    NODE_ENV: 'production' as const,
    NEXT_OUTPUT: 'standalone',
    TYPES_ARE_CHECKED: '1',
    DATABASE_URI: uri.toString(),
    DATA_DIR: join(disks, 'operator'),
    PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    PUBLIC_URL: 'https://portal.example.org',
    TRUST_PROXY: '1',
    MFA_POLICY: 'optional',
    LOG_LEVEL: 'warn',
  }
}

type Environment = Record<string, string> & { DATA_DIR: string }

/** As on a machine of its own. */
function ofNode({
  name,
  role,
  env,
}: {
  name: string
  role: 'web' | 'worker'
  env: Environment
}): Environment {
  return { ...env, ROLE: role, DATA_DIR: join(env.DATA_DIR, '..', name) }
}

async function startWebNode({ port, env }: { port: string; env: Environment }): Promise<WebNode> {
  const address = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${address}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const args = [next, 'start', '--port', port, '--hostname', '127.0.0.1']
  const name = `web ${port}`
  const node = await startNode({ name, args, env: ofNode({ name, role: 'web', env }) }, isReady)
  return { ...node, address }
}

function startWorkerNode({ name, env }: { name: string; env: Environment }): Promise<Node> {
  const isReady = async (said: string) => said.includes('The worker runs jobs')
  const args = ['--import', 'tsx', 'scripts/worker.ts']
  return startNode({ name, args, env: ofNode({ name, role: 'worker', env }) }, isReady)
}
