import type { PayloadRequest } from 'payload'
import type { DownloadedFile } from '../domain/audit/auditEntry'
import { recordAudit } from './recordAudit'

/** Writes down that a file left the portal: of one report or import, or of many entries with how many and which. */
export async function recordDownload({
  req,
  file,
  filename,
  of,
  rows = null,
  filter = null,
}: {
  req: PayloadRequest
  file: DownloadedFile
  filename: string
  of?: { collection: 'reports' | 'imports'; id: string }
  rows?: number | null
  /** What was chosen, in the words of the address. */
  filter?: string | null
}): Promise<void> {
  await recordAudit({
    req,
    event: {
      action: 'download',
      entityType: of?.collection ?? 'files',
      entityId: of?.id ?? file,
      details: { file, filename, rows, filter: filter || null },
    },
  })
}

/** A selection as it is written down: `fallgruppe=onko, jahr=2026`; what was not chosen is not in it. */
export function filterText(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')
}
