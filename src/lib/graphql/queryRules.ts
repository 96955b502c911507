import { type ExecutionArgs, GraphQLError, Kind, type ValidationRule } from 'graphql'
import type { PayloadRequest } from 'payload'
import { errorText } from '../errorTexts'
import { languageOf } from '../language'
import { measureQuery, type QueryMeasures } from './measureQuery'

/** What one request may ask for. The whole of a case with its people is about 70 fields, 4 deep. */
const queryLimits: QueryMeasures = { depth: 8, fields: 1000, aliases: 30, signIns: 1 }

/** Operations that try a password or a token, or send a mail: one a request, or limits by request would mean nothing. */
const signIns: ReadonlySet<string> = new Set([
  'loginUser',
  'forgotPasswordUser',
  'resetPasswordUser',
  'verifyEmailUser',
  'unlockUser',
  'refreshTokenUser',
])

/**
 * What GraphQL checks of a request besides its own rules. A document beyond the limits is looked at no further: of one whose
 * fragments double with each step already the walk takes for ever.
 */
export function queryRules(args: ExecutionArgs): ValidationRule[] {
  const refused = refusalOf(args)
  if (!refused) return [withoutSuggestions]
  args.document = { kind: Kind.DOCUMENT, definitions: [] }
  return [
    (context) => {
      context.reportError(refused)
      return {}
    },
  ]
}

function refusalOf({ document, contextValue }: ExecutionArgs): GraphQLError | null {
  const measures = measureQuery(document, signIns)
  const exceeded = limitNames.find((name) => measures[name] > queryLimits[name])
  if (!exceeded) return null
  // What Payload hands its resolvers.
  const { req } = contextValue as { req: PayloadRequest }
  const params = { limit: queryLimits[exceeded] }
  const message = errorText({ code: limitCodes[exceeded], language: languageOf(req), params })
  return new GraphQLError(message, { extensions: { statusCode: 400, code: limitCodes[exceeded], ...params } })
}

const limitCodes = {
  depth: 'queryTooDeep',
  fields: 'queryTooLarge',
  aliases: 'queryTooManyAliases',
  signIns: 'queryTooManySignIns',
} as const satisfies Record<keyof QueryMeasures, string>

const limitNames: readonly (keyof QueryMeasures)[] = ['signIns', 'depth', 'aliases', 'fields']

/** The names of fields are nobody's business who does not know them: no "Did you mean …?", whichever rule says it. */
const withoutSuggestions: ValidationRule = (context) => {
  Object.defineProperty(context, 'hideSuggestions', { value: true })
  const report = context.reportError.bind(context)
  context.reportError = (error) => {
    // What is wrong with variables is told by a rule of Payload's that does not look at the line above.
    error.message = error.message.replace(/\s*Did you mean .*$/s, '')
    report(error)
  }
  return {}
}
