import { hkdfSync } from 'node:crypto'

/** A key of 32 bytes for one purpose, from the portal's secret (HKDF, RFC 5869). */
export function derivedKey({ secret, purpose }: { secret: string; purpose: string }): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `dak-zweitmeinungs-portal/${purpose}/v1`, 32))
}
