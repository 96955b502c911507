import { randomUUID } from 'node:crypto'
import { AuthenticationError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { isPasswordOf } from '../lib/crypto/isPasswordOf'
import { refusal } from '../lib/refuse'
import { givenCode } from '../services/secondFactor/givenCode'
import { findProof } from '../services/secondFactor/proof'
import { isEnrolled } from '../services/secondFactor/secondFactor'
import { countFailure, type StoredUser } from '../services/users/ensurePassword'
import { findUserByEmail } from '../services/users/findUserByEmail'
import { refuseUnknownAccount } from '../services/users/refuseUnknownAccount'

/**
 * Looks at the code before a login, on every door alike. A wrong code becomes a wrong password, so that Payload counts,
 * locks and answers as it does for one. A right one is noted for `ensureSecondFactor`, which uses it up. A reset of the
 * password, which logs in too: see `checkPasswordReset`.
 */
export const checkSecondFactor: CollectionBeforeOperationHook = async (call) =>
  call.operation === 'login' ? checkLogin(call.args, call.req) : call.args

type Args<Data> = { data: Data }

async function checkLogin<T extends Args<{ email?: unknown; password?: unknown }>>(
  args: T,
  req: PayloadRequest,
): Promise<T> {
  req.context.secondFactor = undefined
  req.context.signIn = undefined
  const email = textOf(args.data.email).toLowerCase()
  const { password } = args.data
  // Payload refuses these before it looks for the account.
  if (email === '' || typeof password !== 'string' || textOf(password) === '') return args
  const user = await findUserByEmail({ payload: req.payload, email })
  // Payload goes on without telling what becomes of it: see `recordFailedSignIn`.
  req.context.signIn = { userId: user?.id ?? null, failure: user ? 'password' : 'unknownAccount' }
  if (!user) return refuseUnknownAccount({ req, email, password })
  if (isLocked(user) || !(await isEnrolled({ payload: req.payload, userId: user.id }))) return args
  const code = givenCode({ data: args.data, req })
  if (code === '') throw await refusalWithoutCode({ req, user, password })
  const proof = await findProof({ payload: req.payload, userId: user.id, code, now: new Date() })
  if (!proof) {
    req.context.signIn.failure = 'code'
    return { ...args, data: { ...args.data, password: randomUUID() } }
  }
  req.context.secondFactor = { userId: user.id, proof }
  return args
}

/**
 * Where the code is missing the password is checked here: Payload would take a right one for a login and forget the
 * failures counted so far, wrong codes among them.
 */
async function refusalWithoutCode({
  req,
  user,
  password,
}: {
  req: PayloadRequest
  user: StoredUser
  password: string
}): Promise<Error> {
  if (await isPasswordOf({ password, hash: user.hash, salt: user.salt })) {
    await req.context.takeBackAttempt?.()
    return refusal(req, 401, 'totpRequired')
  }
  await countFailure({ req, user, failure: 'password' })
  return new AuthenticationError(req.t)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function isLocked(user: StoredUser): boolean {
  return Boolean(user.lockUntil) && Date.parse(String(user.lockUntil)) > Date.now()
}
