import { APIError } from 'payload'

/** One entry of `{errors: […]}`: a sentence a person can act on, a stable code, and whatever helps (SPEC §8). */
export type ErrorEntry = { message: string; code: string } & Record<string, unknown>

/**
 * A refusal with an HTTP status and stable codes. Services and hooks throw it; endpoints, REST and GraphQL
 * show it. `data.errors` with `path` lets the panel mark the fields.
 */
export class AppError extends APIError {
  readonly entries: ErrorEntry[]

  constructor({ status, errors }: { status: number; errors: ErrorEntry[] }) {
    const fields = errors.flatMap((entry) =>
      typeof entry.field === 'string'
        ? [{ path: entry.field, message: entry.message, label: entry.field }]
        : [],
    )
    super(
      errors.map((entry) => entry.message).join(' '),
      status,
      fields.length > 0 ? { errors: fields } : null,
      true,
    )
    this.entries = errors
    this.name = 'AppError'
  }
}
