/** The roles of SPEC §1. */
export const roles = {
  admin: { de: 'Admin', en: 'Admin' },
  dak_mitarbeiter: { de: 'DAK-Mitarbeiter/in', en: 'DAK staff' },
} as const

export type Role = keyof typeof roles

/** Whoever asks: Payload's user, or nobody. Only `role` and `isActive` decide. */
export type MaybeUser =
  | { id?: number | string; role?: string | null; isActive?: boolean | null }
  | null
  | undefined

/** Someone signed in whose account is active. */
export function isActiveUser(user: MaybeUser): boolean {
  return Boolean(user) && user?.isActive === true
}

/** Someone active with one of the roles. */
export function hasRole(user: MaybeUser, ...allowed: Role[]): boolean {
  return isActiveUser(user) && allowed.some((role) => role === user?.role)
}
