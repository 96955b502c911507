import { defineEndpoint } from '../../lib/defineEndpoint'
import { type GrantedTokens, grantTokens, renewTokens } from '../../services/sessions/grantTokens'
import { revokeRefreshToken } from '../../services/sessions/refreshTokens'
import { refreshTokenIn, revokedOut, tokenIn, tokenOut } from './contract'

/** Under `/api`: tokens for API clients. Whoever revokes a token that is none learns nothing (RFC 7009). */
export const authEndpoints = [
  defineEndpoint({
    door: 'POST /api/auth/token',
    body: tokenIn,
    output: tokenOut,
    handle: async ({ req, body }) => publicTokens(await grantTokens({ req, ...body, now: new Date() })),
  }),
  defineEndpoint({
    door: 'POST /api/auth/refresh',
    limit: { door: 'refreshTokens' },
    body: refreshTokenIn,
    output: tokenOut,
    handle: async ({ req, body }) => publicTokens(await renewTokens({ req, ...body, now: new Date() })),
  }),
  defineEndpoint({
    door: 'POST /api/auth/revoke',
    body: refreshTokenIn,
    output: revokedOut,
    handle: async ({ req, body }) => {
      await revokeRefreshToken({ req, token: body.refreshToken })
      return { revoked: true as const }
    },
  }),
]

function publicTokens({ user, ...tokens }: GrantedTokens) {
  return {
    ...tokens,
    user: {
      ...user,
      mustChangePassword: user.mustChangePassword === true,
      mfaEnabled: user.mfaEnabled === true,
      mfaEnrolmentRequired: user.mfaEnrolmentRequired === true,
    },
  }
}
