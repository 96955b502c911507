import { generate } from 'otplib'
import { expect, vi } from 'vitest'
import { type Answer, type Login, type Portal, testPassword } from './portal'

/** Someone with a second factor, and the app on their telephone. */
export type Enrolled = {
  login: Login
  email: string
  secret: string
  recoveryCodes: string[]
  /** The code the app shows now, or so many seconds from now. */
  code(seconds?: number): Promise<string>
  /** A code not used yet: half a minute passes first. */
  nextCode(): Promise<string>
}

/** Stops the clock so that tests move it themselves; only `Date` is stopped, timers and databases go on. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
}

/** Moves the stopped clock. */
export function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}

/** A new account of a role that sets up a second factor the way its owner would. */
export async function enrol({
  portal,
  role = 'dak_mitarbeiter',
  name,
}: {
  portal: Portal
  role?: 'admin' | 'dak_mitarbeiter'
  name: string
}): Promise<Enrolled> {
  return enrolLogin({ portal, login: await portal.login(role, name) })
}

/** The same for someone who is logged in already. */
export async function enrolLogin({ portal, login }: { portal: Portal; login: Login }): Promise<Enrolled> {
  const setup = await portal.call('POST', '/api/users/mfa/setup', { as: login, body: {} })
  expect(setup.status).toBe(200)
  const { secret } = setup.body
  const code = (seconds = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })
  const verify = await portal.call('POST', '/api/users/mfa/verify', {
    as: login,
    body: { code: await code() },
  })
  expect(verify.status).toBe(200)
  return {
    login,
    email: login.user.email,
    secret,
    recoveryCodes: verify.body.recoveryCodes,
    code,
    nextCode: () => {
      pass(30)
      return code()
    },
  }
}

/** A login over REST. */
export function signIn(
  portal: Portal,
  { email, password = testPassword, totp }: { email: string; password?: string; totp?: string },
): Promise<Answer> {
  return portal.call('POST', '/api/users/login', { body: { email, password, ...(totp ? { totp } : {}) } })
}

/** The stable code of a refusal. */
export const codeOf = (answer: Answer): unknown => answer.body.errors?.[0]?.code

/**
 * How many failures lock an account: five. A server that only resembles MongoDB may apply `$inc`, with which Payload
 * counts them, twice and so lock sooner: what it does is measured, and nothing else is made of it.
 */
export async function failuresToLock(portal: Portal): Promise<number> {
  const { user } = await portal.login('dak_mitarbeiter', 'counted')
  const { db } = portal.payload
  await db.updateOne({ collection: 'users', id: user.id, data: { loginAttempts: { $inc: 1 } } })
  const stored = await db.findOne<{ id: string; loginAttempts: number }>({
    collection: 'users',
    where: { id: { equals: user.id } },
  })
  const counted = stored?.loginAttempts ?? 0
  if (portal.payload.db.name === 'sqlite') expect(counted).toBe(1)
  return Math.ceil(4 / counted) + 1
}
