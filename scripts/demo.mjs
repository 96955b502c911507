import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, run } from './ensureInstalled.mjs'

/**
 * `npm run demo`: from a bare checkout to a running portal with two years of synthetic cases. A second start keeps
 * what was entered; `--fresh` begins anew; `--prepare` does everything but start it.
 */
const isFresh = process.argv.includes('--fresh')
const port = process.env.PORT || '3000'
const address = process.env.PUBLIC_URL || `http://localhost:${port}`
const dataDir = process.env.DATA_DIR || join(root, 'data', 'demo')
const env = {
  NODE_ENV: 'production',
  PORT: port,
  PUBLIC_URL: address,
  DATA_DIR: dataDir,
  NEXT_TELEMETRY_DISABLED: '1',
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  // One can look around without an authenticator app; in production admins need one.
  MFA_POLICY: process.env.MFA_POLICY || 'optional',
}

ensureInstalled()
if (isFresh) rmSync(join(root, 'data', 'demo'), { recursive: true, force: true })
mkdirSync(dataDir, { recursive: true })
if (process.env.DATABASE_URI?.startsWith('mongodb') && !process.env.PAYLOAD_SECRET)
  env.PAYLOAD_SECRET = demoSecret()
buildIfNeeded()
run('npx', ['--no-install', 'tsx', 'scripts/seedDemo.ts', ...(isFresh ? ['--fresh'] : [])], env)
if (!process.argv.includes('--prepare')) await start()

/** On MongoDB the portal wants a secret of its own; the demo keeps one beside its logins. */
function demoSecret() {
  const path = join(dataDir, 'demo-secret')
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8')
}

function buildIfNeeded() {
  const marker = join(root, '.next', 'built-from')
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  console.log('Building …')
  run('npx', ['--no-install', 'next', 'build'], { ...env, NODE_OPTIONS: '--no-deprecation' })
  writeFileSync(marker, wanted)
}

/** A hash over everything the build is made from. */
function fingerprint() {
  // The tests build what the image is made of as well.
  const hash = createHash('sha256').update(process.env.NEXT_OUTPUT ?? '')
  for (const name of ['package-lock.json', 'payload.config.ts', 'next.config.ts', 'tsconfig.json']) {
    hash.update(name).update(readFileSync(join(root, name)))
  }
  for (const path of filesBelow(join(root, 'src')))
    hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
}

async function start() {
  const args = ['--no-install', 'next', 'start', '--port', port, '--hostname', 'localhost']
  const server = spawn('npx', args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  server.stdout.resume()
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
  await untilHealthy(server)
  spawnSync('npx', ['--no-install', 'tsx', 'scripts/seedDemo.ts', '--print-logins'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
}

async function untilHealthy(server) {
  for (let attempt = 0; attempt < 240 && server.exitCode === null; attempt += 1) {
    const isUp = await fetch(`http://localhost:${port}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  console.error(`The portal did not answer on port ${port}. Is the port taken? Try PORT=3001 npm run demo.`)
  server.kill()
  process.exit(1)
}
