import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from './freePort'

export type DemoLogin = { email: string; password: string; role: string }

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    dataDir: string
    /** Of the process that started the portal. */
    pid: number
    logins: DemoLogin[]
  }
}

/** Starts the demo as a person would, on a folder and a port of its own, and tells the tests its logins. */
export default async function startPortal(
  project: TestProject,
  environment: Readonly<Record<string, string>> = {},
): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const demo = spawn('node', ['scripts/demo.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: port,
      PUBLIC_URL: address,
      NEXT_OUTPUT: 'standalone',
      TYPES_ARE_CHECKED: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await untilRunning(demo)
  project.provide('address', address)
  project.provide('dataDir', dataDir)
  project.provide('pid', demo.pid ?? 0)
  project.provide(
    'logins',
    JSON.parse(readFileSync(join(dataDir, 'demo-logins.json'), 'utf8')) as DemoLogin[],
  )
  return async () => {
    if (demo.pid) process.kill(-demo.pid, 'SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function untilRunning(demo: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    demo.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Stop with Ctrl+C')) resolve()
    })
    demo.on('exit', (code) => reject(new Error(`The demo ended with code ${code}:\n${output}`)))
  })
}
