import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload'
import { limitedOperations } from '../domain/rateLimits/rateLimits'
import { limitRate } from '../lib/limitRate'

declare module 'payload' {
  interface RequestContext {
    /** Takes the try back that is being made. */
    takeBackAttempt?: () => Promise<void>
  }
}

/** Logins and resets of passwords are counted on every door alike: REST, GraphQL, the panel and `/api/auth/token`. */
export const limitSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'resetPassword') return args
  const email: unknown = 'email' in args.data ? args.data.email : undefined
  const account = typeof email === 'string' ? email : undefined
  req.context.takeBackAttempt = await limitRate({ req, door: limitedOperations[operation], account })
  return args
}

/** One that succeeded was no guess. */
export const forgiveSignIn: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation === 'login' || operation === 'resetPassword') await req.context.takeBackAttempt?.()
  return result
}
