import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What one stage of deploy/Dockerfile, with those it begins from, puts into its image and how that is run. */
export type ImageStage = {
  copies: { from: string[]; to: string }[]
  env: Record<string, string>
  /** ENTRYPOINT and CMD; whatever is asked of an image goes behind the entry point. */
  entrypoint: string[]
  command: string[]
  healthcheck: string[]
  user: string
}

type Stage = ImageStage & { name: string }
type Instruction = { word: string; rest: string }

/** Reads a stage of deploy/Dockerfile: only the instructions that are in it are understood. */
export function readStage(name: string): ImageStage {
  const stages = new Map<string, Stage>()
  let current: Stage | null = null
  for (const { word, rest } of instructions()) {
    if (word === 'FROM') {
      const [, base = '', alias = ''] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? []
      current = { ...empty(), ...structuredClone(stages.get(base) ?? {}), name: alias }
      stages.set(alias, current)
    } else if (current) note(current, word, rest)
  }
  const found = stages.get(name)
  if (!found) throw new Error(`deploy/Dockerfile has no stage ${name}.`)
  return found
}

const empty = (): Stage => ({
  name: '',
  copies: [],
  env: {},
  entrypoint: [],
  command: [],
  healthcheck: [],
  user: 'root',
})

function instructions(): Instruction[] {
  const text = readFileSync(fileURLToPath(new URL('../../deploy/Dockerfile', import.meta.url)), 'utf8')
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/)
      return { word, rest: rest.join(' ') }
    })
}

function note(stage: Stage, word: string, rest: string): void {
  if (word === 'ENV') for (const [name, value] of pairs(rest)) stage.env[name] = value
  else if (word === 'USER') stage.user = rest
  else if (word === 'ENTRYPOINT') stage.entrypoint = JSON.parse(rest)
  else if (word === 'CMD') stage.command = JSON.parse(rest)
  else if (word === 'HEALTHCHECK') stage.healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4))
  else if (word === 'COPY') noteCopy(stage, rest)
  else if (!['ARG', 'EXPOSE', 'RUN', 'STOPSIGNAL', 'VOLUME', 'WORKDIR'].includes(word))
    throw new Error(`deploy/Dockerfile: ${word} is not understood by its test.`)
}

/** What comes from the build; the build's own copies are of no image. */
function noteCopy(stage: Stage, rest: string): void {
  const [flag, ...paths] = rest.split(' ')
  if (flag !== '--from=build') return
  const to = paths.pop() ?? ''
  stage.copies.push({ from: paths.map((path) => path.replace(/^\/app\//, '')), to })
}

function pairs(rest: string): [string, string][] {
  return rest.split(' ').map((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return [name, value]
  })
}
