import { fileMediaTypes } from './fileMediaTypes'

/** A file that an endpoint answers with. */
export type Download = { bytes: Uint8Array; filename: string }

/** A file to download: a workbook, or CSV by its name. Names may hold any letter (RFC 6266). */
export function fileResponse({ bytes, filename }: Download): Response {
  // A name that is no whole Unicode could not be written.
  const name = encodeURIComponent(Buffer.from(filename).toString())
  const ascii = filename.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const headers = new Headers({
    'Content-Type': fileMediaTypes[/\.xls[xm]$/i.test(filename) ? 'xlsx' : 'csv'],
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${name}`,
    'Cache-Control': 'no-store',
  })
  return new Response(new Uint8Array(bytes), { headers: asAttachment(headers) })
}

/** Headers of a file that no browser may show or run in the portal's name. */
function asAttachment(headers: Headers): Headers {
  if (!headers.has('Content-Disposition')) headers.set('Content-Disposition', 'attachment')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  return headers
}
