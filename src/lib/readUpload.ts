import type { PayloadRequest } from 'payload'
import { readBytes } from './readJsonBody'
import { refusal } from './refuse'

/** The largest file that may be imported, in MB (SPEC §4). */
const maxUploadMegabytes = 20

const megabyte = 1024 * 1024

/** A file as it came in. */
export type UploadedFile = { filename: string; bytes: Uint8Array }

/** The multipart field `file`: its name and bytes. Too large is a `413`, missing a `400`. */
export async function readUpload(req: PayloadRequest): Promise<UploadedFile> {
  const contentType = req.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data')) throw refusal(req, 400, 'fileMissing')
  const body = await readBytes({
    req,
    maxBytes: (maxUploadMegabytes + 1) * megabyte,
    maxMegabytes: maxUploadMegabytes,
  })
  const file = await fileOf({ req, body, contentType })
  if (file.size > maxUploadMegabytes * megabyte) {
    throw refusal(req, 413, 'fileTooLarge', { params: { maxMegabytes: maxUploadMegabytes } })
  }
  return { filename: file.name.slice(0, 255) || 'datei', bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function fileOf({
  req,
  body,
  contentType,
}: {
  req: PayloadRequest
  body: Buffer
  contentType: string
}) {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch((error: unknown) => {
      throw refusal(req, 400, 'malformed', {
        params: { detail: error instanceof Error ? error.message : 'multipart' },
      })
    })
  const file = form.get('file')
  if (!(file instanceof File)) throw refusal(req, 400, 'fileMissing')
  return file
}
