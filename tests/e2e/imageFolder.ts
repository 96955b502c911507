import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readStage } from './dockerfile'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes a folder hold what a stage of the Dockerfile copies from the build, and nothing else. */
export function assembleImage(stage: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  for (const { from, to } of readStage(stage).copies) {
    for (const path of from) copy(join(root, path), join(folder, to), to.endsWith('/'))
  }
}

/** As `COPY` does: of a folder what is in it, a file below or as the name that is given. */
function copy(source: string, target: string, isFolder: boolean): void {
  if (!existsSync(source)) throw new Error(`${source} was not built; see deploy/Dockerfile.`)
  const isTree = statSync(source).isDirectory()
  mkdirSync(isTree || isFolder ? target : join(target, '..'), { recursive: true })
  duplicate(isTree ? `${source}/.` : source, target)
  if (basename(source) === 'node_modules') prune(target)
}

/** Links where the disk is the same: a gigabyte of packages need not be written. */
function duplicate(source: string, target: string): void {
  try {
    execFileSync('cp', ['-al', source, target], { stdio: 'ignore' })
  } catch {
    execFileSync('cp', ['-a', source, target])
  }
}

/** What `npm prune --omit=dev` leaves. */
function prune(modules: string): void {
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  for (const [path, { dev }] of Object.entries(lock.packages))
    if (dev) rmSync(join(modules, path.replace(/^node_modules\//, '')), { recursive: true, force: true })
}
