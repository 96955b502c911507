import type { PayloadRequest } from 'payload'
import { accessTokenSeconds } from '../../domain/users/lifetimes'
import type { User } from '../../payload-types'
import { sessionIdIn, signAccessToken } from './accessToken'
import { issueRefreshToken, rotateRefreshToken } from './refreshTokens'

/** What an API client gets: an access token, and a refresh token for the next one. */
export type GrantedTokens = { accessToken: string; expiresIn: number; refreshToken: string; user: User }

/** Logs an API client in, by Payload's own login and so through every check of it. */
export async function grantTokens({
  req,
  email,
  password,
  totp,
  now,
}: {
  req: PayloadRequest
  email: string
  password: string
  totp?: string
  now: Date
}): Promise<GrantedTokens> {
  req.context.sessionKind = 'api'
  // Payload's type of a login knows no code; `checkSecondFactor` does.
  const data: { email: string; password: string } = { email, password, ...(totp ? { totp } : {}) }
  const { token, user } = await req.payload.login({ collection: 'users', data, req, overrideAccess: false })
  const sid = token ? sessionIdIn(token) : null
  if (!token || !user || !sid) throw new Error('A login answered no token of a session.')
  const refreshToken = await issueRefreshToken({ req, userId: user.id, sid, now })
  return { accessToken: token, expiresIn: accessTokenSeconds, refreshToken, user }
}

/** New tokens for a refresh token, which is used up by it. */
export async function renewTokens({
  req,
  refreshToken: token,
  now,
}: {
  req: PayloadRequest
  refreshToken: string
  now: Date
}): Promise<GrantedTokens> {
  const { refreshToken, sid, user } = await rotateRefreshToken({ req, token, now })
  const { token: accessToken } = await signAccessToken({ payload: req.payload, user, sid })
  return { accessToken, expiresIn: accessTokenSeconds, refreshToken, user }
}
