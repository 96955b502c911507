import { type ErrorCode, errorText } from './errorTexts'
import { languageAccepted } from './language'
import { readUpTo } from './readUpTo'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

const megabyte = 1024 * 1024

type Room = { maxBytes: number; maxMegabytes: number; code: ErrorCode }

/** What bodies may be large: files to import, and the decisions on the rows of large ones. */
const importPath = /^\/api\/(import|admin\/excel-sync)(\/|$)/

function roomOf(request: Request): Room {
  if (!importPath.test(new URL(request.url).pathname))
    return { maxBytes: megabyte, maxMegabytes: 1, code: 'bodyTooLarge' }
  if (!request.headers.get('content-type')?.startsWith('multipart/'))
    return { maxBytes: 5 * megabyte, maxMegabytes: 5, code: 'bodyTooLarge' }
  // Parts around the file need room as well; the file itself is measured by `readUpload`.
  return { maxBytes: 22 * megabyte, maxMegabytes: 20, code: 'fileTooLarge' }
}

/**
 * Refuses bodies that are too large (`413`) before anybody reads them: Payload reads them whole, whoever sends them. One
 * that does not say how long it is is read as far as its limit.
 */
export function withLimitedBody<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const room = roomOf(request)
    const length = request.headers.get('content-length')
    if (Number(length ?? 0) > room.maxBytes) return tooLarge(request, room)
    if (!request.body || length !== null) return handler(request, context)
    const bytes = await readUpTo({ stream: request.body, maxBytes: room.maxBytes })
    if (!bytes) return tooLarge(request, room)
    const { url, method, headers, signal } = request
    return handler(new Request(url, { method, headers, signal, body: new Uint8Array(bytes) }), context)
  }
}

function tooLarge(request: Request, { code, maxMegabytes }: Room): Response {
  const message = errorText({ code, language: languageAccepted(request), params: { maxMegabytes } })
  return Response.json({ errors: [{ message, code, maxMegabytes }] }, { status: 413 })
}
