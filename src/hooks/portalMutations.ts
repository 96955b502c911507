import type { Config, PayloadRequest } from 'payload'
import { limitRate } from '../lib/limitRate'
import { refusal } from '../lib/refuse'
import { requestPasswordReset } from '../services/users/requestPasswordReset'

declare module 'payload' {
  interface RequestContext {
    /** A logout that is meant for every session of the account. */
    isLogoutEverywhere?: boolean
  }
}

type Resolver = (root: unknown, args: Arguments, call: { req: PayloadRequest }, info: unknown) => unknown
type Arguments = { allSessions?: boolean | null; email?: string | null }

/**
 * Two of Payload's mutations: `logoutUser(allSessions: true)`, whose argument Payload keeps from its hooks, and
 * `forgotPasswordUser`, whose time to answer would tell who has an account.
 */
export const portalMutations: NonNullable<NonNullable<Config['graphQL']>['mutations']> = (_, schema) => {
  // Payload's own fields; their type says no more than that there are some.
  const fields = schema.Mutation.fields as Record<string, { resolve: Resolver }>
  const { logoutUser, forgotPasswordUser } = fields
  if (!logoutUser || !forgotPasswordUser) throw new Error('Payload lacks a mutation of its accounts.')
  const logOut: Resolver = (root, args, call, info) => {
    call.req.context.isLogoutEverywhere = args.allSessions === true
    return logoutUser.resolve(root, args, call, info)
  }
  return {
    logoutUser: { ...logoutUser, resolve: logOut },
    forgotPasswordUser: { ...forgotPasswordUser, resolve: forgetPassword },
  }
}

const forgetPassword: Resolver = async (_, args, { req }) => {
  const email = args.email?.trim()
  if (!email) throw refusal(req, 400, 'malformed', { params: { detail: 'email' } })
  await limitRate({ req, door: 'forgotPassword', account: email })
  requestPasswordReset({ req, email })
  return true
}
