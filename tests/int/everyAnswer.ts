import config from '@payload-config'
import { apiDocument } from '../../src/lib/openApi/apiDocument'
import { type ApiDescription, describeApi } from './apiDescription'
import type { Answer } from './portal'

/** Of the same operation and status so many answers are looked at in a file; some tests ask thousands of times. */
const enough = 20
const seen = new Map<string, number>()

let description: Promise<ApiDescription> | null = null

/**
 * Every answer that a test gets from REST must be one that the documentation of the API names. It is looked at on the
 * embedded database alone: the answers are the same, and tests/int/openApi.test.ts calls every operation on both.
 */
export async function ensureDescribed(asked: {
  method: string
  path: string
  answer: Answer
}): Promise<void> {
  // Fewer fields than a document has are what was asked for.
  if (process.env.MONGODB_URI || asked.path.includes('select[')) return
  const { method, path, answer } = asked
  description ??= describe()
  const { find, troubleWith } = await description
  const kind = `${find(method, path)?.operation.operationId} ${answer.status}`
  const times = seen.get(kind) ?? 0
  seen.set(kind, times + 1)
  if (times >= enough) return
  const trouble = await troubleWith(asked)
  if (trouble.length === 0) return
  throw new Error(
    `${method} ${path} is not answered as the documentation of the API says:\n${trouble.slice(0, 5).join('\n')}\n${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`,
  )
}

async function describe(): Promise<ApiDescription> {
  return describeApi(apiDocument({ config: await config, language: 'de', version: '1' }))
}
