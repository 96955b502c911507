import type { CollectionAfterOperationHook } from 'payload'
import { refusal } from '../lib/refuse'
import type { User } from '../payload-types'
import { signAccessToken } from '../services/sessions/accessToken'
import { currentSession } from '../services/sessions/currentSession'
import { renewSession } from '../services/sessions/renewSession'

/** `refresh-token` prolongs the session of the panel that asks; API clients have refresh tokens for that. */
export const renewSessionOnRefresh: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'refresh') return result
  const sid = currentSession(req)
  const { payload } = req
  const isRenewed = sid ? await renewSession({ payload, sid, kind: 'panel', now: new Date() }) : false
  if (!sid || !isRenewed) throw refusal(req, 401, 'unauthenticated')
  const { exp, token } = await signAccessToken({ payload, user: req.user as User, sid })
  return { ...result, exp, refreshedToken: token }
}
