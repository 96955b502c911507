import type { PayloadRequest } from 'payload'
import { untilWholeStep } from '../../lib/answerTime'
import { languageOf } from '../../lib/language'
import { recordAudit } from '../recordAudit'
import { ensureGoodPassword } from '../users/ensureGoodPassword'
import { type Admission, admitByDomain, admitByInvitation, giveBackInvitation } from './admission'
import { type Applicant, writeAccount } from './writeAccount'

/** An account costs some 20 ms to write beyond the 100 of its password's hash. */
const stepMs = 600

/** What the registered do next: the same for a known address, which gets another mail. */
export type NextStep = 'signIn' | 'confirmAddress'

/**
 * Registers someone without a login, with an invitation or else by the domain of their address. Answer and effort are the
 * same whether the address has an account or not; only the mail tells, and that only its owner.
 */
export async function registerAccount({
  req,
  applicant,
  invitation,
  now,
}: {
  req: PayloadRequest
  applicant: Applicant
  /** The token of an invitation's link. */
  invitation?: string
  now: Date
}): Promise<NextStep> {
  const since = performance.now()
  const { username, email, password } = applicant
  await ensureGoodPassword({ req, password, owner: { username, email } })
  const admission = invitation
    ? await admitByInvitation({ req, email, token: invitation, now })
    : await admitByDomain({ req, email })
  const { userId, isNew } = await writeOrGiveBack({ req, applicant, admission })
  const { invitationId: id, isAddressProven } = admission
  if (id) {
    const data = { usedBy: userId }
    await req.payload.db.updateOne({ collection: 'invitations', id, data, returning: false })
    const details = { usedBy: userId }
    await recordAudit({
      req,
      event: { action: 'useInvitation', entityType: 'invitations', entityId: id, details },
    })
  }
  const kind = isNew ? (isAddressProven ? 'accountReady' : 'confirmAddress') : 'alreadyRegistered'
  const input = { kind, email, language: languageOf(req) } as const
  await req.payload.jobs.queue({ task: 'sendAccountMail', queue: 'mails', input })
  await untilWholeStep({ since, stepMs })
  return isAddressProven ? 'signIn' : 'confirmAddress'
}

async function writeOrGiveBack(call: { req: PayloadRequest; applicant: Applicant; admission: Admission }) {
  try {
    return await writeAccount(call)
  } catch (error) {
    const { invitationId: id } = call.admission
    if (id) await giveBackInvitation({ req: call.req, id })
    throw error
  }
}
