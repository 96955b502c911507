import type { Payload, PayloadRequest } from 'payload'
import { totpStepOf } from '../../lib/crypto/totp'
import { recordAudit } from '../recordAudit'
import { findRecoveryCode, redeemRecoveryCode } from './recoveryCodes'
import { findSecondFactor, openSecret } from './secondFactor'

/** A right code that has not been used up yet: a step of the app's clock, or a recovery code. */
export type Proof = { kind: 'totp'; factorId: string; step: number } | { kind: 'recovery'; id: string }

/** What a code proves of an account; `null` when it is wrong or was used before. */
export async function findProof({
  payload,
  userId,
  code,
  now,
}: {
  payload: Payload
  userId: string
  code: string
  now: Date
}): Promise<Proof | null> {
  const factor = await findSecondFactor({ payload, userId })
  if (!factor?.isEnabled) return null
  const secret = openSecret({ payload, userId, factor })
  const step = await totpStepOf({ secret, code: code.trim(), lastStep: factor.lastStep, now })
  if (step !== null) return { kind: 'totp', factorId: factor.id, step }
  const id = await findRecoveryCode({ payload, userId, code })
  return id ? { kind: 'recovery', id } : null
}

type Redeeming = { req: PayloadRequest; userId: string; proof: Proof }

/** Uses a proof up, once: of two at the same time one gets `true`. A recovery code is written down, whatever comes of it. */
export async function redeemProof({ req, userId, proof }: Redeeming): Promise<boolean> {
  const { payload, headers } = req
  if (proof.kind === 'recovery') {
    if (!(await redeemRecoveryCode({ payload, id: proof.id }))) return false
    const event = { action: 'useRecoveryCode', entityType: 'users', entityId: userId, details: {} } as const
    await recordAudit({ req: { payload, headers }, event, origin: { user: userId } })
    return true
  }
  const moved = await payload.db.updateOne({
    collection: 'mfa-secrets',
    where: { and: [{ id: { equals: proof.factorId } }, { lastStep: { less_than: proof.step } }] },
    data: { lastStep: proof.step },
    options: { atomic: true },
  })
  return moved !== null
}
