import { AppError } from '../appError'

/** An error as it is written into the log. */
export type LoggedError = {
  type: string
  message: string
  code?: string | number
  status?: number
  stack: string[]
  cause?: LoggedError
}

const maxMessage = 500
const maxCauses = 4

/**
 * An error for the log, without the values it was about: a refusal by its codes alone, since its sentences name what was
 * entered, and anything else without what stands in quotes or follows `params:` and `dup key:`, where databases put rows.
 */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutValues(String(error)), stack: [] }
  const code = propertyOf(error, 'code')
  const status = propertyOf(error, 'status')
  return {
    type: error.name,
    message: error instanceof AppError ? codesOf(error).join(', ') : withoutValues(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < maxCauses ? { cause: errorForLog(error.cause, depth + 1) } : {}),
  }
}

/** The stable codes of a refusal. */
export function codesOf(error: AppError): string[] {
  return error.entries.map(({ code }) => code)
}

/** A sentence without what it quotes. */
export function withoutValues(text: string): string {
  return text
    .replace(/\b(params|dup key|parameters|values?)\s*:[\s\S]*$/i, '$1: …')
    .replace(/"[^"]*"|'[^'\n]*'|„[^“”"]*[“”"]|“[^”]*”|»[^«]*«/g, '…')
    .replace(/[^\s@<>]+@[^\s@<>]+/g, '…')
    .replace(/\b[A-Za-z]\d{9}\b/g, '…')
    .slice(0, maxMessage)
}

function propertyOf(error: Error, name: string): unknown {
  return name in error ? (error as unknown as Record<string, unknown>)[name] : undefined
}

/** Only where it was; the first lines of a stack repeat the message. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}
