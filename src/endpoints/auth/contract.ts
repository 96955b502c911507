import { z } from 'zod'

/** `POST /api/auth/token`: a login of an API client. */
export const tokenIn = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1000),
  totp: z.string().max(50).optional(),
})

/** `POST /api/auth/refresh` and `/api/auth/revoke`. */
export const refreshTokenIn = z.object({ refreshToken: z.string().min(1).max(200) })

/** What both doors answer; `expiresIn` is the access token's life in seconds. */
export const tokenOut = z.object({
  accessToken: z.string(),
  expiresIn: z.number(),
  refreshToken: z.string(),
  user: z.object({
    id: z.string(),
    username: z.string(),
    email: z.string(),
    role: z.string(),
    mustChangePassword: z.boolean(),
    mfaEnabled: z.boolean(),
    mfaEnrolmentRequired: z.boolean(),
  }),
})
export const revokedOut = z.object({ revoked: z.literal(true) })
