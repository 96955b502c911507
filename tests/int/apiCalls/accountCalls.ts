import { generate } from 'otplib'
import { enrol, stopClock } from '../authenticator'
import * as mailbox from '../mailbox'
import { testPassword } from '../portal'
import { accessCalls } from './documentCalls'
import { type ApiCalls, ask, recall, type World } from './world'

const newPassword = 'rosenkohl mag ich'
const factor = { current: null as Awaited<ReturnType<typeof enrol>> | null }

/** Somebody new of that name, logged in. */
const somebody = (world: World, name: string) => world.portal.login('dak_mitarbeiter', name)

async function enrolled(world: World) {
  stopClock()
  factor.current ??= await enrol({ portal: world.portal, name: 'factor' })
  return factor.current
}

async function tokenOfMail(world: World, email: string): Promise<string> {
  await world.portal.runJobs()
  const link = mailbox.lastLink(world.server, email)
  return link.searchParams.get('token') ?? link.pathname.split('/').at(-1) ?? ''
}

const withFactor = (door: string) => async (world: World) => {
  const { login, nextCode } = await enrolled(world)
  return ask(world, 'POST', door, { as: login, body: { password: testPassword, code: await nextCode() } })
}

/** Logging in and out, one's own account, tokens, sessions and the second factor. */
export const accountCalls: ApiCalls = {
  'GET /api/health': (world) => ask(world, 'GET', '/api/health'),
  'GET /api/ready': (world) => ask(world, 'GET', '/api/ready'),
  'GET /api/openapi.json': (world) => ask(world, 'GET', '/api/openapi.json'),
  'GET /api/access': (world) => ask(world, 'GET', '/api/access'),
  'POST /api/auth/token': async (world) => {
    const { user } = await somebody(world, 'client')
    const body = { email: user.email, password: testPassword }
    const made = await ask(world, 'POST', '/api/auth/token', { body })
    world.known.set('refreshToken', made.answer.body.refreshToken)
    return made
  },
  'POST /api/auth/refresh': async (world) => {
    const made = await ask(world, 'POST', '/api/auth/refresh', {
      body: { refreshToken: recall(world, 'refreshToken') },
    })
    world.known.set('refreshToken', made.answer.body.refreshToken)
    return made
  },
  'POST /api/auth/revoke': (world) =>
    ask(world, 'POST', '/api/auth/revoke', { body: { refreshToken: recall(world, 'refreshToken') } }),
  'POST /api/users/login': async (world) => {
    const { user } = await somebody(world, 'visitor')
    return ask(world, 'POST', '/api/users/login', { body: { email: user.email, password: testPassword } })
  },
  'GET /api/users/me': (world) => ask(world, 'GET', '/api/users/me'),
  'POST /api/users/refresh-token': (world) => ask(world, 'POST', '/api/users/refresh-token'),
  'POST /api/users/logout': async (world) =>
    ask(world, 'POST', '/api/users/logout', { as: await somebody(world, 'leaving') }),
  'POST /api/users/change-password': async (world) =>
    ask(world, 'POST', '/api/users/change-password', {
      as: await somebody(world, 'changing'),
      body: { currentPassword: testPassword, newPassword },
    }),
  'POST /api/users/forgot-password': async (world) => {
    const { user } = await somebody(world, 'forgetful')
    return ask(world, 'POST', '/api/users/forgot-password', { body: { email: user.email } })
  },
  'POST /api/users/reset-password': async (world) => {
    const token = await tokenOfMail(world, 'forgetful@example.org')
    return ask(world, 'POST', '/api/users/reset-password', { body: { token, password: newPassword } })
  },
  'POST /api/users/unlock': (world) =>
    ask(world, 'POST', '/api/users/unlock', { body: { email: 'forgetful@example.org' } }),
  'POST /api/users/register': (world) =>
    ask(world, 'POST', '/api/users/register', {
      body: { username: 'Erika Beispiel', email: 'erika@dak.de', password: newPassword },
    }),
  'POST /api/users/confirm-address': async (world) =>
    ask(world, 'POST', '/api/users/confirm-address', {
      body: { token: await tokenOfMail(world, 'erika@dak.de'), password: newPassword },
    }),
  'POST /api/users/mfa/setup': async (world) =>
    ask(world, 'POST', '/api/users/mfa/setup', { as: await somebody(world, 'careful'), body: {} }),
  'POST /api/users/mfa/verify': async (world) => {
    const as = await somebody(world, 'verifying')
    const { answer } = await ask(world, 'POST', '/api/users/mfa/setup', { as, body: {} })
    const code = await generate({ secret: answer.body.secret })
    return ask(world, 'POST', '/api/users/mfa/verify', { as, body: { code } })
  },
  'POST /api/users/mfa/recovery-codes': withFactor('/api/users/mfa/recovery-codes'),
  'POST /api/users/mfa/disable': withFactor('/api/users/mfa/disable'),
  'POST /api/users/{id}/mfa/reset': async (world) => {
    const { login } = await enrol({ portal: world.portal, name: 'lost' })
    return ask(world, 'POST', `/api/users/${login.user.id}/mfa/reset`)
  },
  'GET /api/users/sessions': (world) => ask(world, 'GET', '/api/users/sessions'),
  'DELETE /api/users/sessions/{id}': async (world) => {
    const as = await somebody(world, 'ending')
    const { answer } = await ask(world, 'GET', '/api/users/sessions', { as })
    return ask(world, 'DELETE', `/api/users/sessions/${answer.body.docs[0].id}`, { as })
  },
  'DELETE /api/users/sessions': (world) => ask(world, 'DELETE', '/api/users/sessions'),
  'DELETE /api/users/{id}/sessions': async (world) =>
    ask(world, 'DELETE', `/api/users/${(await somebody(world, 'ended')).user.id}/sessions`),
  ...accessCalls('users'),
}
