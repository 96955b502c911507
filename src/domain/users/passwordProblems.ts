import type { Problem } from '../problem'
import { guessesLog10 } from './guessesOf'

/** How long a password may be, in characters. Nothing else is asked of its composition (NIST SP 800-63B, 3.1.1.2). */
export const passwordLength = { min: 12, max: 128 }

/** From so many guesses on (as a power of ten) a password counts as one that nobody guesses; zxcvbn's highest score. */
export const neededGuessesLog10 = 10

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
  const problem = (code: Problem['code'], params?: Problem['params']): Problem[] => [
    { level: 'error', code, field, value: null, ...(params ? { params } : {}) },
  ]
  const length = [...password].length
  if (length < passwordLength.min) return problem('passwordTooShort', { min: passwordLength.min, length })
  if (length > passwordLength.max) return problem('passwordTooLong', { max: passwordLength.max, length })
  if (holdsName({ password, owner })) return problem('passwordPersonal')
  if (guessesLog10({ password, personal: namesOf(owner) }) < neededGuessesLog10)
    return problem('passwordCommon')
  return []
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
