import { ApiError } from './fetchJson'

/** Refuses, with the sentence given, a new password that was not typed the same twice; nothing is sent then. */
export function ensureRepeated({
  password,
  repeated,
  message,
}: {
  password: string
  repeated: string
  message: string
}): void {
  if (password !== repeated) throw new ApiError({ status: 0, errors: [{ message, code: 'differ' }] })
}
