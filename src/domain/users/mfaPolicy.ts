/** Whom the second factor is required of (SPEC §9). */
export const mfaPolicies = ['optional', 'admins', 'all'] as const
export type MfaPolicy = (typeof mfaPolicies)[number]

/** Whether an account of the role must set up a second factor before it may do anything else. */
export function mustEnrol({ policy, role }: { policy: MfaPolicy; role: string }): boolean {
  switch (policy) {
    case 'optional':
      return false
    case 'admins':
      return role === 'admin'
    case 'all':
      return true
  }
}
