import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file that a URI of the embedded database names: `file:./data/portal.db`, `file:///srv/portal.db`. */
export function databasePath(uri: string): string {
  return uri.startsWith('file://') ? fileURLToPath(uri) : resolve(uri.slice('file:'.length))
}
