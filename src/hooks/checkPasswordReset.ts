import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { refusal } from '../lib/refuse'
import { ensureCode } from '../services/secondFactor/ensureCode'
import { givenCode } from '../services/secondFactor/givenCode'
import { isEnrolled } from '../services/secondFactor/secondFactor'
import { ensureGoodPassword } from '../services/users/ensureGoodPassword'
import { ensureUnlocked, type StoredUser } from '../services/users/ensurePassword'
import { claimResetToken, findUserOfResetToken } from '../services/users/resetToken'

declare module 'payload' {
  interface RequestContext {
    /** The login that follows is the end of a reset. */
    resetsPassword?: boolean
  }
}

/**
 * A reset ends in a login, and Payload has changed the password by then: so token, password and code are looked at
 * before. The token is used up last, that a password that will not do costs no new mail.
 */
export const checkPasswordReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return args
  req.context.secondFactor = undefined
  const { token, password } = args.data
  const now = new Date()
  const invalid = () => refusal(req, 403, 'resetTokenInvalid', { extra: { field: 'token' } })
  if (typeof token !== 'string' || typeof password !== 'string') throw invalid()
  const user = await findUserOfResetToken({ payload: req.payload, token, now })
  if (!user) throw invalid()
  if (user.isActive !== true) throw refusal(req, 403, 'accountInactive')
  await ensureGoodPassword({ req, password, owner: user })
  await checkCode({ req, user, data: args.data, now })
  const claimed = await claimResetToken({ payload: req.payload, token, now })
  if (!claimed) throw invalid()
  req.context.resetsPassword = true
  // Payload goes on with the data it has in hand, whatever is answered here.
  Object.assign(args.data, { token: claimed })
  return args
}

async function checkCode({
  req,
  user,
  data,
  now,
}: {
  req: PayloadRequest
  user: StoredUser
  data: object
  now: Date
}): Promise<void> {
  if (!(await isEnrolled({ payload: req.payload, userId: user.id }))) return
  ensureUnlocked({ req, user })
  const code = givenCode({ data, req })
  if (code === '') throw refusal(req, 401, 'totpRequired')
  await ensureCode({ req, user, code, status: 401, now })
  req.context.secondFactor = { userId: user.id, proof: null }
}
