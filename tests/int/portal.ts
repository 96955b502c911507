import { rm } from 'node:fs/promises'
import config from '@payload-config'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import type { Role } from '../../src/access/hasRole'
import type { Language } from '../../src/domain/language'
import { withLimitedBody } from '../../src/lib/withLimitedBody'
import { withPlainErrors } from '../../src/lib/withPlainErrors'
import type { User } from '../../src/payload-types'
import { ensureDescribed } from './everyAnswer'

export type Answer = { status: number; body: any; headers: Headers }

type Call = {
  as?: Login
  body?: unknown
  form?: FormData
  /** The body as it is sent. */
  raw?: BodyInit
  headers?: Record<string, string>
  language?: Language
}

export type Login = { token: string; user: User }

/** The portal in this process: Payload, its HTTP endpoints, and logins of both roles. */
export type Portal = {
  payload: Payload
  call(method: string, path: string, call?: Call): Promise<Answer>
  graphql(query: string, call?: Call): Promise<Answer>
  /** A new account of the role and a session of it. */
  login(role: Role, name?: string): Promise<Login>
  /** Runs what is queued, as the runner of a started server does. */
  runJobs(): Promise<void>
  stop(): Promise<void>
}

export const testPassword = 'Ein-Testpasswort-2026'

/** Starts the portal on the database of this test file. */
export async function startPortal(): Promise<Portal> {
  const payload = await getPayload({ config })
  return {
    payload,
    call,
    graphql: (query, options) =>
      respond(graphqlRoute(request('POST', '/api/graphql', { body: { query }, ...options }), undefined)),
    login: async (role, name = role) => {
      const email = `${name}@example.org`
      await payload.create({
        collection: 'users',
        data: { username: name, email, password: testPassword, role, isActive: true },
      })
      const { body } = await call('POST', '/api/users/login', { body: { email, password: testPassword } })
      return { token: body.token, user: body.user }
    },
    runJobs: async () => {
      do await payload.jobs.run({ allQueues: true, sequential: true, silent: true })
      while ((await dueJobs(payload)) > 0)
    },
    stop: async () => {
      if (payload.db.name !== 'sqlite') await (payload.db as never as MongoAdapter).connection.dropDatabase()
      await payload.destroy()
      if (process.env.DATA_DIR) await rm(process.env.DATA_DIR, { recursive: true, force: true })
    },
  }
}

/** A runner looks every second, so a job that it could not take the first time is taken the next. */
async function dueJobs(payload: Payload): Promise<number> {
  const isDue = [{ waitUntil: { exists: false } }, { waitUntil: { less_than: new Date().toISOString() } }]
  const { totalDocs } = await payload.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        { processing: { not_equals: true } },
        { or: isDue },
      ],
    },
  })
  return totalDocs
}

/** What the routes of `src/app/(payload)/api` do. */
const restRoute = withLimitedBody(withPlainErrors((request) => handleEndpoints({ config, request })))
const graphqlRoute = withLimitedBody(withPlainErrors((request) => GRAPHQL_POST(config)(request)))

type MongoAdapter = { connection: { dropDatabase(): Promise<unknown> } }

async function call(method: string, path: string, options: Call = {}): Promise<Answer> {
  const answer = await respond(restRoute(request(method, path, options), undefined))
  // What is sent by another method than its own is not in the documentation.
  if (!options.headers?.['x-http-method-override']) await ensureDescribed({ method, path, answer })
  return answer
}

async function respond(pending: Promise<Response> | Response): Promise<Answer> {
  const response = await pending
  const isJson = response.headers.get('content-type')?.includes('json')
  const body = isJson ? await response.json() : Buffer.from(await response.arrayBuffer())
  return { status: response.status, body, headers: response.headers }
}

function request(
  method: string,
  path: string,
  { as, body, form, raw, headers = {}, language = 'de' }: Call,
): Request {
  return new Request(`http://localhost:3000${path}`, {
    method,
    ...(raw instanceof ReadableStream ? { duplex: 'half' } : {}),
    headers: {
      'accept-language': language,
      ...(as ? { authorization: `JWT ${as.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: raw ?? form ?? (body === undefined ? undefined : JSON.stringify(body)),
  })
}
