import type { CollectionBeforeValidateHook } from 'payload'
import type { User } from '../payload-types'
import { ensureGoodPassword } from '../services/users/ensureGoodPassword'

/**
 * Whoever sets a password by writing an account, over REST, GraphQL, a form or a script, sets a good one; it is compared
 * with the name and address that the account has then. A reset writes none: see `checkPasswordReset`.
 */
export const ensurePasswordRules: CollectionBeforeValidateHook<User> = async ({ data, originalDoc, req }) => {
  if (typeof data?.password !== 'string' || data.password === '') return data
  const owner = {
    username: data.username ?? originalDoc?.username,
    email: data.email ?? originalDoc?.email,
  }
  await ensureGoodPassword({ req, password: data.password, owner })
  return data
}
