import type { Payload } from 'payload'
import { derivedKey } from '../../lib/crypto/derivedKey'
import { openSeal, seal } from '../../lib/crypto/seal'

/** A second factor as it is stored; until it is enabled it protects nothing yet. */
export type SecondFactor = { id: string; secret: string; isEnabled: boolean; lastStep: number }

/** An account's second factor, its secret sealed; read as it is committed, whatever transaction the request is in. */
export function findSecondFactor({ payload, userId }: { payload: Payload; userId: string }) {
  return payload.db.findOne<SecondFactor>({
    collection: 'mfa-secrets',
    where: { user: { equals: userId } },
  })
}

/** Whether an account logs in with a second factor. */
export async function isEnrolled(account: { payload: Payload; userId: string }): Promise<boolean> {
  return (await findSecondFactor(account))?.isEnabled === true
}

/** A TOTP secret as it is stored. */
export function sealSecret({
  payload,
  userId,
  secret,
}: {
  payload: Payload
  userId: string
  secret: string
}) {
  return seal({ text: secret, key: keyOf(payload), owner: userId })
}

/** The TOTP secret of a stored second factor. */
export function openSecret({
  payload,
  userId,
  factor,
}: {
  payload: Payload
  userId: string
  factor: SecondFactor
}): string {
  return openSeal({ sealed: factor.secret, key: keyOf(payload), owner: userId })
}

function keyOf(payload: Payload): Buffer {
  return derivedKey({ secret: payload.config.secret, purpose: 'totp' })
}
