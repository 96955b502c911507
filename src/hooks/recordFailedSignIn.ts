import type { AfterErrorHook, PayloadRequest } from 'payload'
import type { SignInFailure } from '../domain/audit/auditEntry'
import { AppError } from '../lib/appError'
import { codesOf } from '../lib/logging/errorForLog'
import { recordSignInFailure } from '../services/users/recordSignInFailure'

declare module 'payload' {
  interface RequestContext {
    /** The login that is being tried: its account, and what it failed for if Payload refuses it. */
    signIn?: { userId: string | null; failure: 'password' | 'code' | 'unknownAccount' }
  }
}

/** Every login that fails leaves an audit entry, whichever door it came to. Payload has no hook for it but the error. */
export const recordFailedSignIn: AfterErrorHook = async ({ error, req }) => {
  const signIn = req?.context?.signIn
  if (!signIn) return
  req.context.signIn = undefined
  const reason = reasonOf({ error: causeOf(error), signIn })
  if (reason) await recordSignInFailure({ req: req as PayloadRequest, userId: signIn.userId, reason })
}

type SignIn = NonNullable<PayloadRequest['context']['signIn']>

/** `null` where it was no failure: a code that is still to be asked for, a request that cannot be read. */
function reasonOf({ error, signIn }: { error: Error; signIn: SignIn }): SignInFailure | null {
  if (signIn.userId === null) return isRefusal(error) ? 'unknownAccount' : null
  if (error.name === 'LockedAuth') return 'locked'
  if (error.name === 'AuthenticationError') return signIn.failure
  const isClosed = error instanceof AppError && codesOf(error).some((code) => closed.has(code))
  return isClosed ? 'inactive' : null
}

const closed: ReadonlySet<string> = new Set(['accountInactive', 'addressUnconfirmed'])

function isRefusal({ name }: Error): boolean {
  return name === 'LockedAuth' || name === 'AuthenticationError'
}

/** GraphQL wraps what was thrown. */
function causeOf(error: Error): Error {
  return 'originalError' in error && error.originalError instanceof Error ? error.originalError : error
}
