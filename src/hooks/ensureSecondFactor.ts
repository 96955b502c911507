import { AuthenticationError, type CollectionBeforeLoginHook, type RequestContext } from 'payload'
import { refusal } from '../lib/refuse'
import { type Proof, redeemProof } from '../services/secondFactor/proof'
import { isEnrolled } from '../services/secondFactor/secondFactor'

declare module 'payload' {
  interface RequestContext {
    /** Whose code `checkSecondFactor` found right; `proof` is what is still to be used up. */
    secondFactor?: { userId: string; proof: Proof | null }
  }
}

/** Nobody with a second factor gets in without it, and a code lets in once. */
export const ensureSecondFactor: CollectionBeforeLoginHook = async ({ user, req }) => {
  const note = takeNote(req.context)
  if (!(await isEnrolled({ payload: req.payload, userId: user.id }))) return
  if (!note || note.userId !== user.id) throw refusal(req, 401, 'totpRequired')
  const isRedeemed = note.proof === null || (await redeemProof({ req, userId: user.id, proof: note.proof }))
  if (isRedeemed) return
  if (req.context.signIn) req.context.signIn.failure = 'code'
  throw new AuthenticationError(req.t)
}

/** A note is of one login only. */
function takeNote(context: RequestContext) {
  const note = context.secondFactor
  context.secondFactor = undefined
  return note
}
