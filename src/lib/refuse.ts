import type { PayloadRequest } from 'payload'
import { describeProblem } from '../domain/describeProblem'
import type { Problem } from '../domain/problem'
import { AppError } from './appError'
import { type ErrorCode, errorText } from './errorTexts'
import { languageOf } from './language'

type Details = {
  params?: Readonly<Record<string, string | number>>
  /** Further public properties of the entry. */
  extra?: Readonly<Record<string, unknown>>
}

/** The error of a code, in the language of whoever asked. */
export function refusal(
  req: PayloadRequest,
  status: number,
  code: ErrorCode,
  details: Details = {},
): AppError {
  const message = errorText({ code, language: languageOf(req), params: details.params })
  return new AppError({ status, errors: [{ message, code, ...details.extra }] })
}

/** What the domain found wrong, as a `422` that names field, value and what to do. */
export function problemRefusal(req: PayloadRequest, problems: readonly Problem[]): AppError {
  const language = languageOf(req)
  return new AppError({
    status: 422,
    errors: problems.map((problem) => ({
      message: describeProblem({ problem, language }),
      code: problem.code,
      field: problem.field,
      value: problem.value,
      ...problem.params,
    })),
  })
}
