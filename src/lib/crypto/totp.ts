import { generateSecret, generateURI, verify } from 'otplib'
import encodeQR from 'qr'

const issuer = 'DAK Zweitmeinungs-Portal'
/** Clocks differ: the code of the step before and of the step after is taken as well (RFC 6238, 5.2). */
const toleranceSeconds = 30

/** A new TOTP secret, base32. */
export function newTotpSecret(): string {
  return generateSecret()
}

/** What an authenticator app reads: the `otpauth://` address and a picture of it as a data URI. */
export function totpEnrolment({ secret, account }: { secret: string; account: string }) {
  const otpauthUri = generateURI({ issuer, label: account, secret })
  return { otpauthUri, qr: encodeQR(otpauthUri, 'data-url', { scale: 6, border: 4 }) }
}

/** The time step of a code that is right at `now` and of a later step than the last one used, else `null`. */
export async function totpStepOf({
  secret,
  code,
  lastStep,
  now,
}: {
  secret: string
  code: string
  lastStep: number | null
  now: Date
}): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null
  const result = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: toleranceSeconds,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
