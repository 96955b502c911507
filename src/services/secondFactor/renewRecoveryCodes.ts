import type { PayloadRequest } from 'payload'
import { recordSecondFactor } from './enrol'
import { replaceRecoveryCodes } from './recoveryCodes'

/** Ten new recovery codes in the place of the earlier ones, for whoever asks for them. */
export async function renewRecoveryCodes({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<string[]> {
  const codes = await replaceRecoveryCodes({ payload: req.payload, userId })
  await recordSecondFactor({ req, userId, action: 'renewRecoveryCodes' })
  return codes
}
