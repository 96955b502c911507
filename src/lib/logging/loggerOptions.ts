import type { Settings } from '../settings'
import { errorForLog, withoutValues } from './errorForLog'
import { requestContext } from './requestContext'

type LoggedJob = { id: unknown; taskSlug?: unknown; queue?: unknown; totalTried?: unknown }

/**
 * The logger's options: JSON lines with the id of the request that a line belongs to, and nothing personal. Errors and
 * jobs are written by name, never with what they were about.
 */
export function loggerOptions({ logLevel }: Pick<Settings, 'logLevel'>) {
  return {
    level: logLevel,
    // A new object each time: pino writes the line into it.
    mixin: () => ({ ...requestContext.getStore() }),
    serializers: {
      err: (error: unknown) => errorForLog(error),
      // Of a mail server, which may name whom it would not have.
      detail: (detail: unknown) => withoutValues(String(detail)),
      job: ({ id, taskSlug, queue, totalTried }: LoggedJob) => ({ id, taskSlug, queue, totalTried }),
    },
    hooks: {
      logMethod(this: unknown, args: unknown[], method: (...given: unknown[]) => void) {
        method.apply(
          this,
          args.map((given) => (typeof given === 'string' ? withoutValues(given) : given)),
        )
      },
    },
  }
}

/** Refusals are logged by the renderer of errors, by their codes; Payload would write their sentences. */
export const quietErrors = {
  APIError: false,
  AppError: false,
  AuthenticationError: false,
  Forbidden: false,
  GraphQLError: false,
  Locked: false,
  LockedAuth: false,
  MissingFile: false,
  NotFound: false,
  QueryError: false,
  ValidationError: false,
} as const
