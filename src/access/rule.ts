import type { Where } from 'payload'
import { type Gate, gateOf, isActiveAccount, isOneOf, type MaybeUser, type Role, roles } from './hasRole'

/** Who may do one thing. Whoever is signed in must also be active, and stand at no gate that is not named. */
export type Rule = {
  /** May it with everything. */
  readonly roles: 'anybody' | readonly Role[]
  /** What everyone else signed in may do it with, as a condition on the rows; with nothing if there is none. */
  readonly rows?: (userId: number | string) => Where
  /** The gates at which it is open all the same. */
  readonly openAt?: readonly Gate[]
}

/** Signed in or not. */
export const anybody: Rule = { roles: 'anybody' }

/** Everyone signed in, whatever their role. */
export const everyone: Rule = { roles: Object.keys(roles) as Role[] }

export const admin: Rule = { roles: ['admin'] }

/** Over no door; only the portal's own code. */
export const nobody: Rule = { roles: [] }

/** Everyone signed in, with what carries their id in the field. */
export const own = (field: string): Rule => ({ roles: [], rows: (id) => ({ [field]: { equals: id } }) })

/** Admins with everything, everyone else with what carries their id in the field. */
export const adminOrOwn = (field: string): Rule => ({ ...own(field), ...admin })

/** Admins with every lock on a document, everyone else with their own and those on documents of the collection. */
export const adminOrLocksOf = (collection: string): Rule => ({
  ...admin,
  rows: (id) => {
    const isOwn: Where = { 'user.value': { equals: id } }
    return { or: [isOwn, { 'document.relationTo': { equals: collection } }] }
  },
})

/** The rule, open also at the gates: what has to be done first is done through it. */
export const openAt = (rule: Rule, ...gates: Gate[]): Rule => ({ ...rule, openAt: gates })

/** Why someone is turned away; the codes of the refusals. */
export type Denial = 'unauthenticated' | 'accountInactive' | Gate | 'forbidden'

/** Why the rule turns someone away, `null` if it lets them in, be it to their own rows alone. */
export function denialOf({ rule, user }: { rule: Rule; user: MaybeUser }): Denial | null {
  if (rule.roles === 'anybody') return null
  if (!user) return 'unauthenticated'
  if (!isActiveAccount(user)) return 'accountInactive'
  const gate = gateOf(user)
  if (gate && !rule.openAt?.includes(gate)) return gate
  return isOneOf(user, rule.roles) || rule.rows ? null : 'forbidden'
}

/** Whether the rule lets someone in, be it to their own rows alone. */
export function isAllowed(call: { rule: Rule; user: MaybeUser }): boolean {
  return denialOf(call) === null
}
