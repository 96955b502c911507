import type { PayloadRequest } from 'payload'
import { refusal } from './refuse'

/** Deeper than any document is; walking what is deeper by recursion would end in an overflow. */
const maxDepth = 200

/** Makes the JSON body of a request that one of Payload's endpoints reads an object, or a refusal (`400`). */
export function ensureJsonObject(req: PayloadRequest): void {
  const { text } = req
  if (!text || !req.headers.get('content-type')?.startsWith('application/json')) return
  req.text = async () => {
    const body = await text.call(req)
    if (body.trim() !== '') parseJsonObject({ req, body })
    return body
  }
}

/** The object a JSON text holds; anything else, and what is nested too deep, is refused (`400`). */
export function parseJsonObject({ req, body }: { req: PayloadRequest; body: string }): object {
  const refuse = (detail: string) => refusal(req, 400, 'malformed', { params: { detail } })
  if (depthOf(body) > maxDepth) throw refuse(`JSON, > ${maxDepth}`)
  const value = parse(body)
  if (value instanceof SyntaxError) throw refuse(value.message)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('{ … } ≠ JSON')
  return value
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return error
    throw error
  }
}

/** How deep the brackets of a JSON text go, those in strings left out. */
function depthOf(body: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of body.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}
