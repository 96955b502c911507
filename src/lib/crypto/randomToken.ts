import { createHash, randomBytes } from 'node:crypto'

/** A new token that is given out once, in a link or to an API client: 256 random bits. Only `tokenHash` of it is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token. It is random, so a plain SHA-256 is as good as a slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
