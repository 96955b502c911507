import { AppError, type ErrorEntry } from '../../lib/appError'
import { isDatabaseAway } from '../../store/isDatabaseAway'

/** What is noted with an import of an error that kept it from being applied or undone; never its inner words. */
export function failureOf({
  error,
  otherwise,
}: {
  error: unknown
  otherwise: 'importFailed' | 'undoFailed'
}): ErrorEntry[] {
  if (error instanceof AppError) return error.entries
  return [{ message: '', code: isDatabaseAway(error) ? 'databaseAway' : otherwise }]
}
