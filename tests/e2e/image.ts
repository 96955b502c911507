import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImageStage, readStage } from './dockerfile'
import { assembleImage } from './imageFolder'

/** Nobody, as Debian numbers it: whoever runs the image owns nothing but its data. */
const nobody = 65_534

/** A program of an image that runs: what it said, and how it ended. */
export type Running = {
  process: ChildProcess
  output(): string
  /** Waits until it has said something, for 45 seconds at most. */
  said(words: string): Promise<boolean>
  /** Its exit code, and for how long it went on after SIGTERM. */
  terminate(): Promise<{ code: number | null; seconds: number }>
  ended: Promise<number | null>
  /** At once, with all that it started. */
  kill(): void
}

/** The images of deploy/Dockerfile as folders, and one place for their data that belongs to nobody. */
export type Images = {
  dataDir: string
  /** Runs an image as the engine would: its entry point, and behind that `words`, or its CMD. */
  run(stage: StageName, settings: Record<string, string>, words?: string[]): Running
  /** The exit code of the image's HEALTHCHECK, as the engine would run it beside the portal. */
  checkHealth(settings: Record<string, string>): Promise<number | null>
  remove(): void
}

/** Follows the Dockerfile: what its COPY lines name is all there is in the folders. */
export function makeImages(): Images {
  const folder = mkdtempSync(join(tmpdir(), 'portal-image-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  if (isRoot) chownSync(dataDir, nobody, nobody)
  const started: Running[] = []
  for (const stage of ['portal', 'tools'] as const) assembleImage(stage, join(folder, folderOf(stage)))
  const start = (stage: StageName, settings: Record<string, string>, words: string[]) => {
    const { env } = readStage(stage)
    const environment = {
      ...env,
      HOME: dataDir,
      PATH: String(process.env.PATH),
      ...settings,
      DATA_DIR: dataDir,
    }
    const program = running(spawnAsNobody({ words, cwd: join(folder, folderOf(stage)), env: environment }))
    started.push(program)
    return program
  }
  return {
    dataDir,
    run: (stage, settings, words) => start(stage, settings, wordsOf(readStage(stage), words)),
    checkHealth: (settings) => start('portal', settings, readStage('portal').healthcheck).ended,
    remove: () => {
      for (const program of started) program.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type StageName = 'portal' | 'tools' | 'worker'

/** The worker's image is that of the tools, begun otherwise. */
const folderOf = (stage: StageName) => (stage === 'worker' ? 'tools' : stage)

const isRoot = process.getuid?.() === 0

function wordsOf({ entrypoint, command }: ImageStage, words: string[] | undefined): string[] {
  return [...entrypoint, ...(words ?? command)]
}

type Start = { words: string[]; cwd: string; env: Record<string, string> }

/** Without root nobody can become somebody else; then it runs as whoever runs the tests. */
function spawnAsNobody({ words, cwd, env }: Start): ChildProcess {
  const switched = [
    'setpriv',
    `--reuid=${nobody}`,
    `--regid=${nobody}`,
    '--clear-groups',
    '--no-new-privs',
    ...words,
  ]
  const [program = '', ...rest] = isRoot ? switched : words
  return spawn(program, rest, {
    cwd,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
}

function running(child: ChildProcess): Running {
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const closed = new Promise((resolve) => child.once('close', resolve))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    process: child,
    output: () => output,
    ended,
    kill: () => {
      if (child.exitCode === null && child.signalCode === null && child.pid)
        process.kill(-child.pid, 'SIGKILL')
    },
    said: async (words) => {
      for (let attempt = 0; attempt < 450 && child.exitCode === null; attempt += 1) {
        if (output.includes(words)) return true
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      // It may have said so and ended since; what it said last comes after its end.
      if (child.exitCode !== null)
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1_000))])
      return output.includes(words)
    },
    terminate: async () => {
      const since = Date.now()
      child.kill('SIGTERM')
      return { code: await ended, seconds: (Date.now() - since) / 1000 }
    },
  }
}
