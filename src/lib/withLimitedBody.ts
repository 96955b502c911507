import { type ErrorCode, errorText } from './errorTexts'

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
    const body = await readUpTo(request.body, room.maxBytes)
    if (!body) return tooLarge(request, room)
    const { url, method, headers, signal } = request
    return handler(new Request(url, { method, headers, signal, body }), context)
  }
}

async function readUpTo(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<BodyInit | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the stream.
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function tooLarge(request: Request, { code, maxMegabytes }: Room): Response {
  const language = /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'de'
  const message = errorText({ code, language, params: { maxMegabytes } })
  return Response.json({ errors: [{ message, code, maxMegabytes }] }, { status: 413 })
}
