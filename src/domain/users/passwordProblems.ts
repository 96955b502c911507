import type { Problem } from '../problem'
import { guessesLog10 } from './guessesOf'

/** Nothing but the length is asked of a password's composition (NIST SP 800-63B, 3.1.1.2); in characters. */
const allowedLength = { min: 12, max: 128 }

/** From so many guesses on (as a power of ten) a password counts as one that nobody guesses; zxcvbn's highest score. */
const neededGuessesLog10 = 10

/** Shorter names stand in too many words by chance. */
const shortestName = 4

type Owner = { username?: string | null; email?: string | null }

/**
 * Why a password will not do for its owner, the plainest reason only; none when it will. `field` is where the problem is
 * shown. The password itself is in no problem.
 */
export function passwordProblems({
  password,
  owner,
  field,
}: {
  password: string
  owner: Owner
  field: string
}): Problem[] {
  const { min, max } = allowedLength
  const problem = (code: Problem['code'], params?: Problem['params']): Problem[] => [
    { level: 'error', code, field, value: null, ...(params ? { params } : {}) },
  ]
  const length = [...password].length
  if (length < min) return problem('passwordTooShort', { min, length })
  if (length > max) return problem('passwordTooLong', { max, length })
  if (holdsName({ password, owner })) return problem('passwordPersonal')
  if (guessesLog10({ password, personal: namesOf(owner) }) < neededGuessesLog10)
    return problem('passwordCommon')
  return []
}

/** What a meter shows: how hard a password is to guess, from 0 to 4 (very), and what is in its way. */
export function passwordStrength({ password, owner }: { password: string; owner: Owner }): {
  level: number
  problem: Problem | null
} {
  const problem = passwordProblems({ password, owner, field: 'password' })[0] ?? null
  const guesses = guessesLog10({ password, personal: namesOf(owner) })
  if (problem) return { level: guesses < neededGuessesLog10 / 2 ? 1 : 2, problem }
  return { level: guesses < neededGuessesLog10 * 1.3 ? 3 : 4, problem: null }
}

/** Whether user name or address, or a part of them, stands in the password, whatever its case, signs or accents. */
function holdsName({ password, owner }: { password: string; owner: Owner }): boolean {
  const folded = fold(password)
  return namesOf(owner).some((name) => folded.includes(name))
}

/** User name and address, whole and in parts, folded; `example` of `@example.org` as well, its ending not. */
function namesOf({ username, email }: Owner): string[] {
  const [local = '', domain = ''] = (email ?? '').split('@')
  const host = domain.split('.').slice(0, -1)
  const words = [username ?? '', local, ...host].flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(words.map(fold))].filter((word) => word.length >= shortestName)
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
