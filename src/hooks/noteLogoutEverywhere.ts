import type { Config, RequestContext } from 'payload'

declare module 'payload' {
  interface RequestContext {
    /** A logout that is meant for every session of the account. */
    isLogoutEverywhere?: boolean
  }
}

type Resolver = (root: unknown, args: LogoutArgs, call: GraphQLCall, info: unknown) => unknown
type LogoutArgs = { allSessions?: boolean | null }
type GraphQLCall = { req: { context: RequestContext } }

/** GraphQL's `logoutUser(allSessions: true)`: Payload keeps the argument from its hooks, `endSessionOnLogout` needs it. */
export const noteLogoutEverywhere: NonNullable<NonNullable<Config['graphQL']>['mutations']> = (_, schema) => {
  // Payload's own field; its type says no more than that there are fields.
  const field = (schema.Mutation.fields as Record<string, { resolve: Resolver }>).logoutUser
  if (!field) throw new Error('Payload has no mutation logoutUser.')
  const resolve: Resolver = (root, args, call, info) => {
    call.req.context.isLogoutEverywhere = args.allSessions === true
    return field.resolve(root, args, call, info)
  }
  return { logoutUser: { ...field, resolve } }
}
