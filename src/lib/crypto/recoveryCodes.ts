import { createHmac, randomBytes } from 'node:crypto'

/** Without the letters that look like digits (Crockford's base32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** Ten new codes of 50 random bits, as `7K3MQ-0T9XZ`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
    return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`
  })
}

/** What is stored of a recovery code, however it was typed; `null` for what cannot be one. */
export function recoveryCodeHash({ code, key }: { code: string; key: Buffer }): string | null {
  const letters = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (letters.length !== length || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return createHmac('sha256', key).update(letters).digest('base64url')
}
