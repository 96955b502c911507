import type { Config, PayloadRequest } from 'payload'
import { requestPasswordReset } from '../services/users/requestPasswordReset'

declare module 'payload' {
  interface RequestContext {
    /** A logout that is meant for every session of the account. */
    isLogoutEverywhere?: boolean
  }
}

type Resolver<Args> = (root: unknown, args: Args, call: { req: PayloadRequest }, info: unknown) => unknown
type Field<Args> = { resolve: Resolver<Args> }
type Fields = {
  logoutUser?: Field<{ allSessions?: boolean | null }>
  forgotPasswordUser?: Field<{ email?: string | null }>
}

/** Payload's mutations that the portal does in another way; everything else about them stays Payload's. */
export const graphqlMutations: NonNullable<NonNullable<Config['graphQL']>['mutations']> = (_, schema) => {
  // Payload's own fields; its type says no more than that there are some.
  const { logoutUser, forgotPasswordUser } = schema.Mutation.fields as Fields
  if (!logoutUser || !forgotPasswordUser) throw new Error('Payload lacks logoutUser or forgotPasswordUser.')
  return {
    logoutUser: { ...logoutUser, resolve: noteLogoutEverywhere(logoutUser.resolve) },
    forgotPasswordUser: { ...forgotPasswordUser, resolve: askForReset },
  }
}

/** `logoutUser(allSessions: true)`: Payload keeps the argument from its hooks, `endSessionOnLogout` needs it. */
function noteLogoutEverywhere(
  logOut: Resolver<{ allSessions?: boolean | null }>,
): Resolver<{ allSessions?: boolean | null }> {
  return (root, args, call, info) => {
    call.req.context.isLogoutEverywhere = args.allSessions === true
    return logOut(root, args, call, info)
  }
}

/** `forgotPasswordUser`: as `POST /api/users/forgot-password`. */
const askForReset: Resolver<{ email?: string | null }> = async (_, { email }, { req }) => {
  if (email) await requestPasswordReset({ req, email })
  return true
}
