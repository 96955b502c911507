/** The roles of SPEC §1. */
export const roles = {
  admin: { de: 'Admin', en: 'Admin' },
  dak_mitarbeiter: { de: 'DAK-Mitarbeiter/in', en: 'DAK staff' },
} as const

export type Role = keyof typeof roles

/** Whoever asks: Payload's user, or nobody. Only the role and the state of the account decide. */
export type MaybeUser =
  | {
      id?: number | string
      role?: string | null
      isActive?: boolean | null
      mustChangePassword?: boolean | null
      mfaEnrolmentRequired?: boolean | null
    }
  | null
  | undefined

/** What someone signed in has to do before the portal opens to them; the names are the codes of the refusals. */
export type Gate = 'passwordChangeRequired' | 'mfaEnrolmentRequired'

/** The gate that an account stands at, `null` when it is open. */
export function gateOf(user: MaybeUser): Gate | null {
  if (user?.mustChangePassword === true) return 'passwordChangeRequired'
  return user?.mfaEnrolmentRequired === true ? 'mfaEnrolmentRequired' : null
}

/** Someone signed in whose account is active, whatever is still to be done. */
export function isActiveAccount(user: MaybeUser): boolean {
  return Boolean(user) && user?.isActive === true
}

/** Someone active with one of the roles who stands at no gate. */
export function hasRole(user: MaybeUser, ...allowed: Role[]): boolean {
  return isActiveAccount(user) && gateOf(user) === null && isOneOf(user, allowed)
}

/** Whether the account carries one of the roles, without asking for its state. */
export function isOneOf(user: MaybeUser, allowed: readonly Role[]): boolean {
  return allowed.some((role) => role === user?.role)
}
