import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** How Payload stores a password: PBKDF2 with SHA-256; only hashes with the prefix are made today. */
const present = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, bytes: 32 }
const before = { prefix: '', iterations: 25_000, bytes: 512 }

/** The hash and salt of no password: checking against them takes as long as against a stored one. */
export const unmatchedHash = {
  hash: `${present.prefix}${'0'.repeat(2 * present.bytes)}`,
  salt: '0'.repeat(64),
}

/** Whether a password is the one whose hash and salt Payload stored; Payload itself only tells by logging in. */
export async function isPasswordOf({
  password,
  hash,
  salt,
}: {
  password: string
  hash: string | null | undefined
  salt: string | null | undefined
}): Promise<boolean> {
  if (!hash || !salt) return false
  const { prefix, iterations, bytes } = hash.startsWith(present.prefix) ? present : before
  const stored = Buffer.from(hash.slice(prefix.length), 'hex')
  const derived = await derive(password, salt, iterations, bytes, 'sha256')
  return stored.length === derived.length && timingSafeEqual(stored, derived)
}
