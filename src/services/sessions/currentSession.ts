import type { PayloadRequest } from 'payload'

/** The session that a request came with, as `authenticateSession` noted it. */
export function currentSession({ user }: Pick<PayloadRequest, 'user'>): string | undefined {
  return user && '_sid' in user && typeof user._sid === 'string' ? user._sid : undefined
}
