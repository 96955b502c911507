import type { Gate } from '../../access/hasRole'
import type { Rule } from '../../access/rule'
import { fileFailure, importFailureCodes } from '../../domain/imports/fileFailure'
import type { DoorContract, RefusalCode } from '../doorContract'

type Code = RefusalCode | 'problem'

/** Why a door may refuse, by status: what its contract says, and what holds of every door like it. */
export function refusalsOf({
  contract,
  rule,
  method,
}: {
  contract: DoorContract
  rule: Rule
  method: string
}) {
  const codes = new Map<number, Set<Code>>()
  const add = (status: number, ...more: Code[]) => {
    codes.set(status, new Set([...(codes.get(status) ?? []), ...more]))
  }
  for (const [status, more] of Object.entries(contract.refuses ?? {})) add(Number(status), ...more)
  if (contract.params || contract.query || contract.body) add(400, 'malformed')
  if (method !== 'GET') add(413, 'bodyTooLarge')
  if (contract.limit) add(429, 'tooManyRequests')
  if (rule.roles !== 'anybody') addDenials(rule, add)
  for (const kind of contract.upload ?? []) {
    add(400, 'fileMissing', 'malformed')
    add(413, 'fileTooLarge')
    for (const code of importFailureCodes[kind]) add(fileFailure(code).status, code)
  }
  add(500, 'internal')
  add(503, 'databaseAway')
  return [...codes]
    .sort(([one], [other]) => one - other)
    .map(([status, set]) => ({ status, codes: [...set].sort() }))
}

const gates: readonly Gate[] = ['passwordChangeRequired', 'mfaEnrolmentRequired']

function addDenials(rule: Rule, add: (status: number, ...codes: Code[]) => void): void {
  add(401, 'unauthenticated')
  add(403, 'forbidden', 'accountInactive', ...gates.filter((gate) => !rule.openAt?.includes(gate)))
}
