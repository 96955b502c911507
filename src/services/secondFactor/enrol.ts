import type { PayloadRequest } from 'payload'
import { newTotpSecret, totpEnrolment, totpStepOf } from '../../lib/crypto/totp'
import { withLock } from '../../lib/keyedLock'
import { refusal } from '../../lib/refuse'
import type { User } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { replaceRecoveryCodes } from './recoveryCodes'
import { findSecondFactor, openSecret, type SecondFactor, sealSecret } from './secondFactor'

/** A new secret to be put into an authenticator app; it protects nothing until `enableSecondFactor`. */
export async function setUpSecondFactor({ req, user }: { req: PayloadRequest; user: User }) {
  const { payload } = req
  const secret = newTotpSecret()
  const sealed = sealSecret({ payload, userId: user.id, secret })
  await withLock(`second factor of ${user.id}`, async () => {
    const factor = await findSecondFactor({ payload, userId: user.id })
    if (factor?.isEnabled) throw refusal(req, 409, 'mfaAlreadyEnabled')
    if (factor) await changePending({ req, factor, data: { secret: sealed, lastStep: 0 } })
    else {
      const data = { user: user.id, secret: sealed, isEnabled: false, lastStep: 0 }
      await payload.db.create({ collection: 'mfa-secrets', data })
    }
  })
  await recordSecondFactor({ req, userId: user.id, action: 'setUpMfa' })
  return { secret, ...totpEnrolment({ secret, account: user.email }) }
}

/** Turns a second factor on by the first right code of it; answers the recovery codes, which nobody can read later. */
export async function enableSecondFactor({
  req,
  user,
  code,
  now,
}: {
  req: PayloadRequest
  user: User
  code: string
  now: Date
}): Promise<string[]> {
  const account = { payload: req.payload, userId: user.id }
  const factor = await findSecondFactor(account)
  if (!factor) throw refusal(req, 409, 'mfaNotSetUp')
  if (factor.isEnabled) throw refusal(req, 409, 'mfaAlreadyEnabled')
  const secret = openSecret({ ...account, factor })
  const step = await totpStepOf({ secret, code: code.trim(), lastStep: null, now })
  if (step === null) throw refusal(req, 422, 'totpWrong', { extra: { field: 'code' } })
  await changePending({ req, factor, data: { isEnabled: true, lastStep: step } })
  await recordSecondFactor({ req, userId: user.id, action: 'enableMfa' })
  return replaceRecoveryCodes(account)
}

/** Writes down what became of an account's second factor. */
export function recordSecondFactor({
  req,
  userId,
  action,
}: {
  req: PayloadRequest
  userId: string
  action: 'setUpMfa' | 'enableMfa' | 'disableMfa' | 'resetMfa' | 'renewRecoveryCodes'
}) {
  return recordAudit({ req, event: { action, entityType: 'users', entityId: userId, details: {} } })
}

/** Changes a second factor that is still as it was read and not enabled; any other is refused. */
async function changePending({
  req,
  factor,
  data,
}: {
  req: PayloadRequest
  factor: SecondFactor
  data: Partial<SecondFactor>
}): Promise<void> {
  const { id, secret } = factor
  const changed = await req.payload.db.updateOne({
    collection: 'mfa-secrets',
    where: {
      and: [{ id: { equals: id } }, { isEnabled: { equals: false } }, { secret: { equals: secret } }],
    },
    data,
    options: { atomic: true },
  })
  if (!changed) throw refusal(req, 409, 'mfaAlreadyEnabled')
}
