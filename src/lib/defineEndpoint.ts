import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { endpoints } from '../access/rolesTable'
import type { LimitedDoor } from '../domain/rateLimits/rateLimits'
import { AppError } from './appError'
import { pathBehind } from './doors'
import { errorText } from './errorTexts'
import { languageOf } from './language'
import { limitRate } from './limitRate'
import { openDoor } from './openDoor'
import { readJsonBody } from './readJsonBody'

type Schema = z.ZodType | undefined
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined
type Answer<S extends Schema> = S extends z.ZodType ? z.input<S> | Response : Response

type Definition<Params extends Schema, Query extends Schema, Body extends Schema, Output extends Schema> = {
  /** Method and address; the table of roles says who may call. */
  door: keyof typeof endpoints
  /** The line of the table of rate limits that holds for it, and the account a request names. */
  limit?: { door: LimitedDoor; account?(body: Parsed<Body>): string }
  params?: Params
  query?: Query
  body?: Body
  output?: Output
  /** Of the answer; 200 unless told. */
  status?: number
  handle(call: {
    req: PayloadRequest
    params: Parsed<Params>
    query: Parsed<Query>
    body: Parsed<Body>
  }): Promise<Answer<Output>>
}

/**
 * One custom endpoint: identify → authorise → parse → handle → answer. No route can forget a step, and the
 * output schema names every public field. Errors travel as `AppError` to the one renderer (`renderError`).
 */
export function defineEndpoint<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Output extends Schema = undefined,
>(definition: Definition<Params, Query, Body, Output>): Endpoint {
  const { door } = definition
  return {
    ...pathBehind(door),
    custom: { door },
    handler: async (req) => {
      openDoor({ req, rule: endpoints[door] })
      const call = {
        req,
        params: parse({ req, place: 'path', schema: definition.params, raw: req.routeParams ?? {} }),
        query: parse({ req, place: 'query', schema: definition.query, raw: queryOf(req) }),
        body: parse({
          req,
          place: 'body',
          schema: definition.body,
          raw: definition.body && (await readJsonBody(req)),
        }),
      }
      const { limit } = definition
      const takeBack = limit && (await limitRate({ req, ...limit, account: limit.account?.(call.body) }))
      const answer = await definition.handle(call)
      await takeBack?.()
      if (answer instanceof Response) return answer
      const headers = { 'Cache-Control': 'no-store' }
      return Response.json(definition.output?.parse(answer), { status: definition.status ?? 200, headers })
    },
  }
}

function queryOf(req: PayloadRequest): Record<string, string> {
  return Object.fromEntries(req.searchParams ?? [])
}

type Place = { req: PayloadRequest; place: string; raw: unknown }

function parse<S extends Schema>({ req, place, schema, raw }: Place & { schema: S | undefined }): Parsed<S> {
  if (!schema) return undefined as Parsed<S>
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data as Parsed<S>
  throw new AppError({
    status: 400,
    errors: parsed.error.issues.map((issue) => {
      const field = issue.path.join('.')
      const params = { detail: `${place}${field ? ` ${field}` : ''}: ${issue.message}` }
      return {
        message: errorText({ code: 'malformed', language: languageOf(req), params }),
        code: 'malformed',
        field,
      }
    }),
  })
}
