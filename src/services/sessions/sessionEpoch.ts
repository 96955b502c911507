import { randomUUID } from 'node:crypto'

/** A new epoch of an account's sessions; those of an earlier epoch are void. */
export function newSessionEpoch(): string {
  return randomUUID()
}

/** The epoch an account is in; accounts begin with none. */
export function sessionEpochOf(user: { sessionEpoch?: string | null }): string {
  return user.sessionEpoch ?? ''
}
