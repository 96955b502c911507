import { getFieldsToSign, jwtSign, type Payload } from 'payload'
import { accessTokenSeconds } from '../../domain/users/lifetimes'
import type { User } from '../../payload-types'

/** A signed access token of a session; `exp` in seconds since 1970. */
export function signAccessToken({ payload, user, sid }: { payload: Payload; user: User; sid: string }) {
  const collectionConfig = payload.collections.users.config
  return jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig,
      email: user.email,
      sid,
      user: { ...user, collection: 'users' },
    }),
    secret: payload.secret,
    tokenExpiration: accessTokenSeconds,
  })
}

/** The session that a token names. Whether the token is genuine has to be known already. */
export function sessionIdIn(token: string): string | null {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const isObject = typeof claims === 'object' && claims !== null
  return isObject && 'sid' in claims && typeof claims.sid === 'string' ? claims.sid : null
}
