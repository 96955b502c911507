import type { PayloadRequest } from 'payload'
import { describeProblem } from '../../domain/describeProblem'
import { checkIcdCodes } from '../../domain/icd/catalogue/checkIcdCodes'
import { languageOf } from '../../lib/language'
import { loadIcdCatalogue } from './loadIcdCatalogue'

/** A warning about one code, with its sentence in the language of whoever asked. */
export type IcdWarning = { code: string; value: string | null; message: string }

/** What the catalogue has against the codes of a text; nothing when none is loaded. */
export async function icdWarnings({
  req,
  icd,
}: {
  req: PayloadRequest
  icd: string | null | undefined
}): Promise<IcdWarning[]> {
  const problems = checkIcdCodes({ icd, catalogue: await loadIcdCatalogue(req.payload) })
  const language = languageOf(req)
  return problems.map((problem) => ({
    code: problem.code,
    value: problem.value,
    message: describeProblem({ problem, language }),
  }))
}
