import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'
import type { User } from '../payload-types'
import { signAccessToken } from '../services/sessions/accessToken'
import { endAllSessionsOf } from '../services/sessions/endAllSessionsOf'
import { openSession, type SessionKind } from '../services/sessions/openSession'
import { findStoredUser } from '../services/users/ensurePassword'

declare module 'payload' {
  interface RequestContext {
    /** What the login that follows is for; the panel unless told. */
    sessionKind?: SessionKind
  }
}

/** Each login opens a session, and the token it answers names it; a reset password ends every earlier one. */
export const openSessionOnLogin: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation === 'login') {
    // The account as its password was checked, not as it may be by now.
    return { ...result, ...(await tokenOfNewSession(req, req.user as User)) }
  }
  if (operation === 'resetPassword') {
    const userId = String(req.user?.id)
    await endAllSessionsOf({ req, userId })
    await req.payload.db.updateOne({
      collection: 'users',
      id: userId,
      data: { mustChangePassword: false },
      req,
      returning: false,
    })
    return { ...result, ...(await tokenOfNewSession(req, await findStoredUser({ req, userId }))) }
  }
  return result
}

async function tokenOfNewSession(req: PayloadRequest, user: User) {
  const kind = req.context.sessionKind ?? 'panel'
  const sid = await openSession({ req, user, kind, now: new Date() })
  return signAccessToken({ payload: req.payload, user, sid })
}
