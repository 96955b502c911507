import type { PayloadRequest } from 'payload'
import { denialOf, type Rule } from '../access/rule'
import { refusal } from './refuse'

/** Lets the caller in, or refuses with the reason: `401` nobody signed in, `403` everything else. */
export function openDoor({ req, rule }: { req: PayloadRequest; rule: Rule }): void {
  const denial = denialOf({ rule, user: req.user })
  if (denial) throw refusal(req, denial === 'unauthenticated' ? 401 : 403, denial)
}
