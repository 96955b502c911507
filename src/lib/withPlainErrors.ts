import { errorText } from './errorTexts'
import { languageAccepted } from './language'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/**
 * The last to catch what Payload throws past its own renderer of errors, as it does for a body that is no JSON where a
 * `GET` is sent by `POST`: a sentence and a code, like every other refusal, and the rest for the log.
 */
export function withPlainErrors<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context)
    } catch (error) {
      const isMalformed = error instanceof SyntaxError
      if (!isMalformed) console.error(error)
      const code = isMalformed ? 'malformed' : 'internal'
      const message = errorText({ code, language: languageAccepted(request), params: { detail: 'JSON' } })
      return Response.json({ errors: [{ message, code }] }, { status: isMalformed ? 400 : 500 })
    }
  }
}
