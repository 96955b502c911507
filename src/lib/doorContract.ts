import type { z } from 'zod'
import type { FileFailureCode } from '../domain/imports/fileFailure'
import type { Language } from '../domain/language'
import type { ProblemCode } from '../domain/problemTexts'
import type { LimitedDoor } from '../domain/rateLimits/rateLimits'
import type { ErrorCode } from './errorTexts'
import type { FileKind } from './fileMediaTypes'

/** A stable code of a refusal; each has a sentence in both languages. */
export type RefusalCode = ErrorCode | ProblemCode | FileFailureCode

/**
 * What a door takes and gives, and why it may refuse: what the endpoint holds to and what the documentation of the API is
 * made of. What holds of many doors (a login, a readable body, a limit) is not said here; it follows from the rest.
 */
export type DoorContract = {
  /** What it does, in a few words. */
  title: Readonly<Record<Language, string>>
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** A file of one of these kinds in the multipart field `file`, in the place of a body. */
  upload?: readonly FileKind[]
  output?: z.ZodType
  /** Of the answer; 200 unless told. */
  status?: number
  /** Answers of another status: 202 for what is left to a job. */
  others?: Readonly<Record<number, z.ZodType>>
  /** A file of one of these kinds, in the place of `output`. */
  download?: readonly FileKind[]
  /** The line of the table of rate limits that holds for it. */
  limit?: { door: LimitedDoor }
  /** By status; `problem` is every code of `domain/problemTexts.ts`. */
  refuses?: Readonly<Record<number, readonly (RefusalCode | 'problem')[]>>
}
