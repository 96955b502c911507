import type { PayloadRequest } from 'payload'
import { problemRefusal } from '../../lib/refuse'

/** Refuses a password that will not do for its owner (`422`). The word lists are loaded with the first one. */
export async function ensureGoodPassword({
  req,
  password,
  owner,
  field = 'password',
}: {
  req: PayloadRequest
  password: string
  owner: { username?: string | null; email?: string | null }
  field?: string
}): Promise<void> {
  const { passwordProblems } = await import('../../domain/users/passwordProblems')
  const problems = passwordProblems({ password, owner, field })
  if (problems.length > 0) throw problemRefusal(req, problems)
}
