import { randomUUID } from 'node:crypto'
import { AuthenticationError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { isPasswordOf } from '../lib/crypto/isPasswordOf'
import { refusal } from '../lib/refuse'
import type { User } from '../payload-types'
import { ensureCode } from '../services/secondFactor/ensureCode'
import { findProof } from '../services/secondFactor/proof'
import { isEnrolled } from '../services/secondFactor/secondFactor'
import { countFailure, ensureUnlocked, type StoredUser } from '../services/users/ensurePassword'
import { refuseUnknownAccount } from '../services/users/refuseUnknownAccount'

/**
 * Looks at the code before a login and before a password is reset, on every door alike. A wrong code becomes a wrong
 * password, so that Payload counts, locks and answers as it does for one. A right one is noted for
 * `ensureSecondFactor`, which uses it up.
 */
export const checkSecondFactor: CollectionBeforeOperationHook = async (call) => {
  if (call.operation === 'login') return checkLogin(call.args, call.req)
  if (call.operation === 'resetPassword') await checkReset(call.args.data, call.req)
  return call.args
}

type Args<Data> = { data: Data }

async function checkLogin<T extends Args<{ email?: unknown; password?: unknown }>>(
  args: T,
  req: PayloadRequest,
): Promise<T> {
  req.context.secondFactor = undefined
  const email = textOf(args.data.email).toLowerCase()
  const { password } = args.data
  // Payload refuses these before it looks for the account.
  if (email === '' || typeof password !== 'string' || textOf(password) === '') return args
  const user = await findUser(req, { email: { equals: email } })
  if (!user) return refuseUnknownAccount({ req, email, password })
  if (isLocked(user) || !(await isEnrolled({ payload: req.payload, userId: user.id }))) return args
  const code = codeOf(args.data, req)
  if (code === '') throw await refusalWithoutCode({ req, user, password })
  const proof = await findProof({ payload: req.payload, userId: user.id, code, now: new Date() })
  if (!proof) return { ...args, data: { ...args.data, password: randomUUID() } }
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
  await countFailure({ req, user })
  return new AuthenticationError(req.t)
}

/** A reset ends in a login, and Payload has changed the password by then: so the code is used up before. */
async function checkReset(data: { token?: unknown }, req: PayloadRequest): Promise<void> {
  req.context.secondFactor = undefined
  const { token } = data
  if (typeof token !== 'string' || token === '') return
  const user = await findUser(req, {
    resetPasswordToken: { equals: token },
    resetPasswordExpiration: { greater_than: new Date().toISOString() },
  })
  if (!user || !(await isEnrolled({ payload: req.payload, userId: user.id }))) return
  ensureUnlocked({ req, user })
  const code = codeOf(data, req)
  if (code === '') throw refusal(req, 401, 'totpRequired')
  await ensureCode({ req, user, code, status: 401, now: new Date() })
  req.context.secondFactor = { userId: user.id, proof: null }
}

type Conditions = Record<string, Record<string, string>>

async function findUser(req: PayloadRequest, conditions: Conditions): Promise<StoredUser | null> {
  const and = Object.entries(conditions).map(([field, condition]) => ({ [field]: condition }))
  const user = await req.payload.db.findOne<User>({ collection: 'users', where: { and } })
  return user ? { ...user, collection: 'users' } : null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function isLocked(user: StoredUser): boolean {
  return Boolean(user.lockUntil) && Date.parse(String(user.lockUntil)) > Date.now()
}

/** The code of the call: `totp` in the data (Local API) or in the body (REST), or the header `X-TOTP`. */
function codeOf(data: object, req: PayloadRequest): string {
  const body = req.payloadAPI === 'REST' ? req.data : undefined
  const given = [
    'totp' in data ? data.totp : undefined,
    body && 'totp' in body ? body.totp : undefined,
    req.headers?.get('x-totp'),
  ]
  const code = given.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof code === 'string' ? code : ''
}
