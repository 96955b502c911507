import { defineEndpoint } from '../../lib/defineEndpoint'
import { type GrantedTokens, grantTokens, renewTokens } from '../../services/sessions/grantTokens'
import { revokeRefreshToken } from '../../services/sessions/refreshTokens'
import { refreshTokenIn, revokedOut, tokenIn, tokenOut } from './contract'

/** Under `/api`: tokens for API clients. Whoever revokes a token that is none learns nothing (RFC 7009). */
export const authEndpoints = [
  defineEndpoint({
    door: 'POST /api/auth/token',
    title: { de: 'Tokens für einen API-Client holen', en: 'Get tokens for an API client' },
    refuses: {
      401: ['unauthenticated', 'totpRequired', 'totpWrong'],
      403: ['accountInactive', 'addressUnconfirmed'],
      423: ['locked'],
      429: ['tooManyRequests'],
    },
    body: tokenIn,
    output: tokenOut,
    handle: async ({ req, body }) => publicTokens(await grantTokens({ req, ...body, now: new Date() })),
  }),
  defineEndpoint({
    door: 'POST /api/auth/refresh',
    title: {
      de: 'Tokens erneuern; ein Refresh-Token gilt einmal',
      en: 'Renew tokens; a refresh token is good once',
    },
    refuses: { 401: ['refreshTokenInvalid'], 403: ['passwordChangeRequired'] },
    limit: { door: 'refreshTokens' },
    body: refreshTokenIn,
    output: tokenOut,
    handle: async ({ req, body }) => publicTokens(await renewTokens({ req, ...body, now: new Date() })),
  }),
  defineEndpoint({
    door: 'POST /api/auth/revoke',
    title: {
      de: 'Ein Refresh-Token und seine Nachfolger ungültig machen',
      en: 'Void a refresh token and its successors',
    },
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
