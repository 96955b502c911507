import type { FieldHook, PayloadRequest } from 'payload'
import { mustEnrol } from '../domain/users/mfaPolicy'
import { loadMfaPolicy } from '../services/secondFactor/loadMfaPolicy'
import { isEnrolled } from '../services/secondFactor/secondFactor'

/** Whether the account read has a second factor. */
export const deriveMfaEnabled: FieldHook = ({ siblingData, req }) => enrolmentOf(siblingData, req)

/** Whether the account read has to set up a second factor before it may do anything else. */
export const deriveMfaEnrolmentRequired: FieldHook = async ({ siblingData, req }) => {
  const policy = await loadMfaPolicy(req)
  const isRequired = mustEnrol({ policy, role: String(siblingData.role) })
  return isRequired && !(await enrolmentOf(siblingData, req))
}

/** Both fields of one account read ask once. */
const asked = new WeakMap<object, Promise<boolean>>()

function enrolmentOf(account: { id?: unknown }, req: PayloadRequest): Promise<boolean> {
  const known = asked.get(account)
  if (known) return known
  const asking = isEnrolled({ payload: req.payload, userId: String(account.id) })
  asked.set(account, asking)
  return asking
}
