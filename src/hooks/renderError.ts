import type { AfterErrorHook, PayloadRequest } from 'payload'
import { gateOf } from '../access/hasRole'
import { FilesAway } from '../files/filesAway'
import { AppError, type ErrorEntry } from '../lib/appError'
import { type ErrorCode, errorText } from '../lib/errorTexts'
import { languageOf } from '../lib/language'
import { codesOf } from '../lib/logging/errorForLog'
import { quietErrors } from '../lib/logging/loggerOptions'
import { isDatabaseAway } from '../store/isDatabaseAway'
import { isWriteConflict } from '../store/isWriteConflict'

/**
 * The one renderer of errors: every answer is `{errors: [{message, code, …}]}` with a stable code (SPEC §8).
 * It also mends two statuses of Payload: nobody signed in is `401`, a locked account `423`.
 */
export const renderError: AfterErrorHook = ({ error, req, result, graphqlResult }) => {
  if (graphqlResult) return { graphqlResult: { ...graphqlResult, extensions: graphqlExtensions(error, req) } }
  const payloadEntry = result?.errors?.[0] ?? {}
  if (error instanceof AppError) {
    noteRefusal({ req, status: error.status, codes: codesOf(error), error })
    return {
      status: error.status,
      response: { errors: error.entries.map((entry) => ({ ...payloadEntry, ...entry })) },
    }
  }
  const { status, code, speaks } = classify(error, req)
  noteRefusal({ req, status, codes: [code], error })
  const message = speaks ? payloadEntry.message : errorText({ code, language: languageOf(req) })
  return { status, response: { errors: [{ ...payloadEntry, message, code }] } }
}

function graphqlExtensions(error: Error, req: PayloadRequest): Record<string, unknown> {
  const cause = 'originalError' in error && error.originalError instanceof Error ? error.originalError : error
  if (cause instanceof AppError) {
    const [first] = cause.entries
    noteRefusal({ req, status: cause.status, codes: codesOf(cause), error: cause })
    return { statusCode: cause.status, code: first?.code, errors: cause.entries satisfies ErrorEntry[] }
  }
  const { status, code } = classify(cause, req)
  noteRefusal({ req, status, codes: [code], error: cause })
  return { statusCode: status, code }
}

type Refusal = { req: PayloadRequest; status: number; codes: readonly string[]; error: Error }

/** What was answered, by its codes; Payload writes the unexpected, with the error, unless its name keeps it quiet. */
function noteRefusal({ req, status, codes, error }: Refusal): void {
  if (status < 500) req.payload.logger.info({ status, codes, msg: 'A request was refused.' })
  else if (error.name in quietErrors)
    req.payload.logger.error({ err: error, status, codes, msg: 'A request failed.' })
}

/** `speaks`: Payload's own sentence is better than ours, since it names the fields. */
function classify(error: Error, req: PayloadRequest): { status: number; code: ErrorCode; speaks: boolean } {
  if (isDatabaseAway(error)) return { status: 503, code: 'databaseAway', speaks: false }
  if (isWriteConflict(error)) return { status: 409, code: 'writeConflict', speaks: false }
  if (error instanceof FilesAway) return { status: 503, code: 'filesAway', speaks: false }
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (error.name === 'LockedAuth') return { status: 423, code: 'locked', speaks: false }
  if (error.name === 'AuthenticationError') return { status: 401, code: 'unauthenticated', speaks: true }
  if (status === 401) return { status, code: 'unauthenticated', speaks: false }
  if (status === 403 && !req?.user) return { status: 401, code: 'unauthenticated', speaks: false }
  if (status === 403) return { status, code: gateOf(req.user) ?? 'forbidden', speaks: false }
  if (status === 404) return { status, code: 'notFound', speaks: false }
  if (status >= 400 && status < 500) return { status, code: 'invalid', speaks: true }
  return { status: 500, code: 'internal', speaks: false }
}
