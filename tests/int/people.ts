import type { Gate, Role } from '../../src/access/hasRole'
import type { Rule } from '../../src/access/rule'
import { enrol } from './authenticator'
import type { Answer, Login, Portal } from './portal'

/** Somebody at a door: a login, or none, and in which state the account is. */
export type Person = {
  name: string
  login?: Login
  role?: Role
  gate?: Gate
  isDeactivated?: boolean
}

/** Everyone the matrix asks for; the clock must be stopped. Two-factor is required of all, and enrolled where it is not the point. */
export async function inviteEveryone(portal: Portal): Promise<Record<string, Person>> {
  const { payload } = portal
  const change = (login: Login, data: { isActive?: boolean; mustChangePassword?: boolean }) =>
    payload.update({ collection: 'users', id: login.user.id, data })
  const admin = (await enrol({ portal, role: 'admin', name: 'admin' })).login
  const dak = (await enrol({ portal, name: 'dak' })).login
  const gone = (await enrol({ portal, name: 'gone' })).login
  const oldPassword = (await enrol({ portal, name: 'old-password' })).login
  const notEnrolled = await portal.login('dak_mitarbeiter', 'not-enrolled')
  await payload.updateGlobal({ slug: 'settings', data: { mfaPolicy: 'all' } })
  await change(gone, { isActive: false })
  await change(oldPassword, { mustChangePassword: true })
  const role = 'dak_mitarbeiter'
  return {
    nobody: { name: 'nobody' },
    gone: { name: 'a deactivated account', login: gone, role, isDeactivated: true },
    notEnrolled: { name: 'DAK not enrolled', login: notEnrolled, role, gate: 'mfaEnrolmentRequired' },
    oldPassword: {
      name: 'DAK with a password to change',
      login: oldPassword,
      role,
      gate: 'passwordChangeRequired',
    },
    dak: { name: 'DAK', login: dak, role },
    admin: { name: 'admin', login: admin, role: 'admin' },
  }
}

/** What a rule must come to for somebody: let in, to some rows only, or the refusal as `403 forbidden`. */
export function outcomeOf(rule: Rule, { login, role, gate, isDeactivated }: Person): string {
  if (rule.roles === 'anybody') return 'open'
  if (!login || !role || isDeactivated) return '401 unauthenticated'
  if (gate && !rule.openAt?.includes(gate)) return `403 ${gate}`
  if (rule.roles.includes(role)) return 'open'
  return rule.rows ? 'rows' : '403 forbidden'
}

/** A refusal in the same words; whatever else an answer says, who asked was let in. */
export function outcomeOfAnswer({ status, body }: Answer): string {
  if (status >= 500) return `${status} ${JSON.stringify(body)}`
  return status === 401 || status === 403 ? `${status} ${body.errors?.[0]?.code}` : 'open'
}
