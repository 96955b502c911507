import type { Payload } from 'payload'
import { derivedKey } from '../../lib/crypto/derivedKey'
import { newRecoveryCodes, recoveryCodeHash } from '../../lib/crypto/recoveryCodes'

type Account = { payload: Payload; userId: string }

/** Ten new recovery codes in the place of all earlier ones; they can be read only now. */
export async function replaceRecoveryCodes({ payload, userId }: Account): Promise<string[]> {
  const codes = newRecoveryCodes()
  await payload.db.deleteMany({ collection: 'recovery-codes', where: { user: { equals: userId } } })
  for (const code of codes) {
    const hash = hashOf({ payload, code })
    await payload.db.create({ collection: 'recovery-codes', data: { user: userId, hash, isUsed: false } })
  }
  return codes
}

/** The id of an unused recovery code of the account. */
export async function findRecoveryCode({ payload, userId, code }: Account & { code: string }) {
  const hash = hashOf({ payload, code })
  if (!hash) return null
  const found = await payload.db.findOne<{ id: string }>({
    collection: 'recovery-codes',
    where: { and: [{ user: { equals: userId } }, { hash: { equals: hash } }, { isUsed: { equals: false } }] },
  })
  return found?.id ?? null
}

/** Uses a recovery code up; whether it was still there. */
export async function redeemRecoveryCode({
  payload,
  id,
}: {
  payload: Payload
  id: string
}): Promise<boolean> {
  const used = await payload.db.updateOne({
    collection: 'recovery-codes',
    where: { and: [{ id: { equals: id } }, { isUsed: { equals: false } }] },
    data: { isUsed: true },
    options: { atomic: true },
  })
  return used !== null
}

function hashOf({ payload, code }: { payload: Payload; code: string }): string | null {
  return recoveryCodeHash({
    code,
    key: derivedKey({ secret: payload.config.secret, purpose: 'recovery-codes' }),
  })
}
