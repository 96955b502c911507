import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { AuditHead } from '../../domain/audit/seals/auditSeal'
import { derivedKey } from '../../lib/crypto/derivedKey'

/** SHA-256 of a text, as base64url. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** 128 random bits, so that nobody guesses a value by its digest. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}

/** Vouches for heads with a key of the portal's secret: who writes to the database alone cannot make one. */
export function createMarker(secret: string): (head: AuditHead) => string {
  const key = derivedKey({ secret, purpose: 'audit-seals' })
  return ({ number, hash }) => createHmac('sha256', key).update(`${number}:${hash}`).digest('base64url')
}
