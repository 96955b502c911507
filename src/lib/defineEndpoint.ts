import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { hasRole, isActiveUser, type Role } from '../access/hasRole'
import type { User } from '../payload-types'
import { AppError } from './appError'
import { readJsonBody } from './readJsonBody'
import { refusal } from './refuse'

type Schemas = { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; output?: z.ZodType }
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Answer<Schema> = Schema extends z.ZodType ? z.input<Schema> : Response

type Handle<S extends Schemas, Caller> = (call: {
  req: PayloadRequest
  user: Caller
  params: Parsed<S['params']>
  query: Parsed<S['query']>
  body: Parsed<S['body']>
}) => Promise<Answer<S['output']> | Response>

/** Who may call: everyone, or someone active with one of the roles. */
type Definition<S extends Schemas> = S & {
  path: `/${string}`
  method: 'get' | 'post' | 'put'
  status?: number
} & ({ roles: 'public'; handle: Handle<S, null> } | { roles: readonly Role[]; handle: Handle<S, User> })

/**
 * One custom endpoint: identify → authorise → parse → handle → answer. No route can forget a step, and the
 * output schema names every public field. Errors travel as `AppError` to the one renderer (`renderError`).
 */
export function defineEndpoint<const S extends Schemas>(definition: Definition<S>): Endpoint {
  return {
    path: definition.path,
    method: definition.method,
    handler: async (req) => {
      const caller = definition.roles === 'public' ? null : authorise(req, definition.roles)
      const call = {
        req,
        user: caller,
        params: parse(req, 'params', definition.params, req.routeParams ?? {}),
        query: parse(req, 'query', definition.query, Object.fromEntries(req.searchParams ?? [])),
        body: definition.body ? parse(req, 'body', definition.body, await readJsonBody(req)) : undefined,
      }
      const answer = await (definition.handle as Handle<Schemas, User | null>)(call)
      if (answer instanceof Response) return answer
      return Response.json(definition.output?.parse(answer) ?? answer, {
        status: definition.status ?? 200,
        headers: { 'Cache-Control': 'no-store' },
      })
    },
  }
}

function authorise(req: PayloadRequest, roles: readonly Role[]): User {
  if (!req.user) throw refusal(req, 401, 'unauthenticated')
  if (!isActiveUser(req.user)) throw refusal(req, 403, 'accountInactive')
  if (!hasRole(req.user, ...roles)) throw refusal(req, 403, 'forbidden')
  return req.user
}

function parse(req: PayloadRequest, place: string, schema: z.ZodType | undefined, raw: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new AppError({
    status: 400,
    errors: parsed.error.issues.map((issue) => {
      const field = issue.path.join('.')
      const detail = `${place}${field ? ` ${field}` : ''}: ${issue.message}`
      return { ...firstEntry(refusal(req, 400, 'malformed', { params: { detail } })), field, code: 'malformed' }
    }),
  })
}

function firstEntry(error: AppError): { message: string } {
  return { message: error.message }
}
