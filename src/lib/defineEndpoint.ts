import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { endpoints } from '../access/rolesTable'
import type { LimitedDoor } from '../domain/rateLimits/rateLimits'
import { AppError } from './appError'
import type { DoorContract } from './doorContract'
import { pathBehind } from './doors'
import { errorText } from './errorTexts'
import type { FileKind } from './fileMediaTypes'
import { type Download, fileResponse } from './fileResponse'
import { languageOf } from './language'
import { limitRate } from './limitRate'
import { openDoor } from './openDoor'
import { OtherAnswer } from './otherAnswer'
import { readJsonBody } from './readJsonBody'
import { readUpload, type UploadedFile } from './readUpload'

type Schema = z.ZodType | undefined
type Upload = readonly FileKind[] | undefined
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined
type Answer<S extends Schema> = S extends z.ZodType ? z.input<S> | OtherAnswer : Download
type Call<Params extends Schema, Query extends Schema, Body extends Schema, File extends Upload> = {
  req: PayloadRequest
  params: Parsed<Params>
  query: Parsed<Query>
  body: Parsed<Body>
  file: File extends readonly FileKind[] ? UploadedFile : undefined
}

type Definition<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Output extends Schema,
  File extends Upload,
> = DoorContract & {
  /** Method and address; the table of roles says who may call. */
  door: keyof typeof endpoints
  /** The line of the table of rate limits that holds for it, and the account a request names. */
  limit?: { door: LimitedDoor; account?(body: Parsed<Body>): string }
  params?: Params
  query?: Query
  body?: Body
  upload?: File
  output?: Output
  handle(call: Call<Params, Query, Body, File>): Promise<Answer<Output>>
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
  File extends Upload = undefined,
>(definition: Definition<Params, Query, Body, Output, File>): Endpoint {
  const { door, limit } = definition
  return {
    ...pathBehind(door),
    custom: { door, contract: definition },
    handler: async (req) => {
      openDoor({ req, rule: endpoints[door] })
      const { params, query } = definition
      const call = {
        req,
        params: parse({ req, place: 'path', schema: params, raw: req.routeParams ?? {} }),
        query: parse({ req, place: 'query', schema: query, raw: queryOf(req) }),
        body: await bodyOf(req, definition.body),
      }
      const takeBack = limit && (await limitRate({ req, ...limit, account: limit.account?.(call.body) }))
      const file = (definition.upload && (await readUpload(req))) as Call<Params, Query, Body, File>['file']
      const answer = await definition.handle({ ...call, file })
      await takeBack?.()
      return responseOf(definition, answer)
    },
  }
}

/** The contract of a door that `defineEndpoint` made. */
export function contractOf(endpoint: Endpoint | undefined): DoorContract | undefined {
  return endpoint?.custom?.contract as DoorContract | undefined
}

function responseOf({ output, status = 200, others }: DoorContract, answer: unknown): Response {
  if (!output) return fileResponse(answer as Download)
  const { status: given, body } = answer instanceof OtherAnswer ? answer : { status, body: answer }
  const schema = given === status ? output : others?.[given]
  if (!schema) throw new Error(`The contract has no answer of status ${given}.`)
  return Response.json(schema.parse(body), { status: given, headers: { 'Cache-Control': 'no-store' } })
}

async function bodyOf<Body extends Schema>(
  req: PayloadRequest,
  schema: Body | undefined,
): Promise<Parsed<Body>> {
  return parse({ req, place: 'body', schema, raw: schema && (await readJsonBody(req)) })
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
