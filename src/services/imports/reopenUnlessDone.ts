import type { PayloadRequest } from 'payload'
import { AppError, type ErrorEntry } from '../../lib/appError'
import { isDatabaseAway } from '../../store/isDatabaseAway'
import { reopenImport, type StageUnderWay } from './importStatus'

/**
 * Carries out what an import was taken for. What keeps it from being done is thrown and noted with the import, which is
 * open again then.
 */
export async function reopenUnlessDone<Result>({
  req,
  importId,
  from,
  work,
}: {
  req: PayloadRequest
  importId: string
  from: StageUnderWay
  work: () => Promise<Result>
}): Promise<Result> {
  let failure: ErrorEntry[] | null = null
  try {
    return await work()
  } catch (error) {
    failure = failureOf({ error, from })
    throw error
  } finally {
    await reopenImport({ req, importId, from, failure })
  }
}

const otherwise = { applying: 'importFailed', undoing: 'undoFailed' } as const

/** Never an error's inner words. */
function failureOf({ error, from }: { error: unknown; from: StageUnderWay }): ErrorEntry[] {
  if (error instanceof AppError) return error.entries
  return [{ message: '', code: isDatabaseAway(error) ? 'databaseAway' : otherwise[from] }]
}
