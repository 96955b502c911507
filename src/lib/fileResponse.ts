import { xlsxMimeType } from './xlsx/xlsxMimeType'

/** A workbook to download; names hold ASCII letters only. */
export function fileResponse({ bytes, filename }: { bytes: Uint8Array; filename: string }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': xlsxMimeType,
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
    },
  })
}
