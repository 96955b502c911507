import { derivedKey } from '../../lib/crypto/derivedKey'

/** A mark that is the same for the same `PAYLOAD_SECRET`, and from which the secret cannot be computed. */
export function secretMark(secret: string): string {
  return derivedKey({ secret, purpose: 'mark-in-backups' }).toString('hex')
}
