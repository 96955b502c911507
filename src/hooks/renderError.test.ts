import type { PayloadRequest } from 'payload'
import { describe, expect, test } from 'vitest'
import { FilesAway } from '../files/filesAway'
import { renderError } from './renderError'

const logged: object[] = []
const log = (line: object) => void logged.push(line)
const req = {
  i18n: { language: 'de' },
  payload: { logger: { info: log, error: log } },
} as unknown as PayloadRequest

/** What a client is answered; the compatible server of the tests has no conflicts of writes, MongoDB has. */
async function answerTo(error: Error) {
  const result = { errors: [{ message: error.message, name: error.name }] }
  const rendered = await renderError({ error, req, result, context: {} } as never)
  const { status, response } = rendered as { status: number; response: { errors: object[] } }
  return { status, errors: response.errors }
}

describe('what went wrong in a database or a bucket', () => {
  test.each([
    ['writeConflict', 409, Object.assign(new Error('WriteConflict E1'), { code: 112 })],
    ['databaseAway', 503, Object.assign(new Error('E2'), { name: 'MongoNetworkError' })],
    ['filesAway', 503, new FilesAway('E3')],
    ['internal', 500, new Error('E4')],
  ] as const)('is %s, and nothing of its inner words', async (code, status, error) => {
    const answer = await answerTo(error)
    expect(answer).toMatchObject({ status, errors: [{ code }] })
    expect(JSON.stringify(answer.errors)).not.toContain(error.message)
  })
})
