import type { PayloadRequest } from 'payload'
import { parseJsonObject } from './ensureJsonObject'
import { readUpTo } from './readUpTo'
import { refusal } from './refuse'

const maxBytes = 5 * 1024 * 1024

/** The request's JSON body; anything that is no JSON object or too large is refused. */
export async function readJsonBody(req: PayloadRequest): Promise<unknown> {
  const bytes = await readBytes({ req, maxBytes })
  const contentType = req.headers.get('content-type') ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const body = isForm ? await partOfForm({ bytes, contentType }) : new TextDecoder().decode(bytes)
  return parseJsonObject({ req, body })
}

/** The panel's forms send their JSON as a part of a form; of a form without it nothing is left to read. */
async function partOfForm({ bytes, contentType }: { bytes: Buffer; contentType: string }): Promise<string> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  const part = form?.get('_payload')
  return typeof part === 'string' ? part : ''
}

/** The body's bytes, read only as far as the limit; more is a `413`. */
export async function readBytes({
  req,
  maxBytes: limit,
  maxMegabytes = Math.floor(limit / 1024 / 1024),
}: {
  req: PayloadRequest
  maxBytes: number
  /** What the refusal names, where the envelope may be larger than what it holds. */
  maxMegabytes?: number
}) {
  const tooLarge = () => refusal(req, 413, 'fileTooLarge', { params: { maxMegabytes } })
  if (Number(req.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const bytes = req.body ? await readUpTo({ stream: req.body, maxBytes: limit }) : Buffer.alloc(0)
  if (!bytes) throw tooLarge()
  return bytes
}
