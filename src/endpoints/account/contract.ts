import { z } from 'zod'

const code = z.string().trim().min(1).max(50)
const password = z.string().min(1).max(1000)

/** `POST /api/users/mfa/setup`: what an authenticator app reads. The secret is shown this once. */
export const mfaSetupOut = z.object({ secret: z.string(), otpauthUri: z.string(), qr: z.string() })

/** `POST /api/users/mfa/verify`: the first right code turns the second factor on. */
export const mfaVerifyIn = z.object({ code })
export const mfaVerifyOut = z.object({ mfaEnabled: z.literal(true), recoveryCodes: z.array(z.string()) })

/** `POST /api/users/mfa/disable` and `…/recovery-codes`. */
export const passwordAndCodeIn = z.object({ password, code })
export const mfaDisabledOut = z.object({ mfaEnabled: z.literal(false) })
export const recoveryCodesOut = z.object({ recoveryCodes: z.array(z.string()) })

/** `POST /api/users/change-password`. */
export const changePasswordIn = z.object({ currentPassword: password, newPassword: password })
export const changePasswordOut = z.object({ changed: z.literal(true) })

/** `POST /api/users/forgot-password`: the answer is the same whatever was asked. */
export const forgotPasswordIn = z.object({ email: z.string().trim().min(1).max(320) })
export const forgotPasswordOut = z.object({ message: z.string() })

/** `POST /api/users/register`; `invitation` is the token of its link. Whatever else is sent is looked at by the endpoint. */
export const registerIn = z.looseObject({
  username: z.string().trim().normalize('NFC').min(2).max(100),
  email: z.string().trim().toLowerCase().max(320).pipe(z.email()),
  password,
  invitation: z.string().max(200).optional(),
})
export const registerOut = z.object({ next: z.enum(['confirmAddress', 'signIn']), message: z.string() })
export type RegisterOut = z.infer<typeof registerOut>

/** `POST /api/users/confirm-address`: the token of the mail and the password of the registration. */
export const confirmAddressIn = z.object({ token: z.string().min(1).max(200), password })
export const confirmAddressOut = z.object({ confirmed: z.literal(true) })

/** `GET /api/users/sessions`: the caller's running sessions, the latest first; times are ISO instants. */
export const sessionsOut = z.object({
  docs: z.array(
    z.object({
      id: z.string(),
      isCurrent: z.boolean(),
      kind: z.enum(['panel', 'api']),
      userAgent: z.string().nullable(),
      ip: z.string().nullable(),
      startedAt: z.string(),
      lastSeenAt: z.string(),
      expiresAt: z.string(),
    }),
  ),
})
export const endedOut = z.object({ ended: z.number() })

export type MfaSetupOut = z.infer<typeof mfaSetupOut>
export type SessionsOut = z.infer<typeof sessionsOut>
export type RecoveryCodesOut = z.infer<typeof recoveryCodesOut>
export type EndedOut = z.infer<typeof endedOut>
