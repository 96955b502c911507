import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { RestoreNote } from '../backup/databaseCopy'
import { databasePath } from './databasePath'

/** The note of a restore lies beside the embedded database, since the database itself is what is replaced. */
const pathOf = (uri: string) => `${databasePath(uri)}.restoring`

/** Notes that a restore into the embedded database has begun, or with `null` that it has ended. */
export function writeRestoreNote({ uri, note }: { uri: string; note: RestoreNote | null }): void {
  const path = pathOf(uri)
  if (note) {
    writeFileSync(`${path}.new`, JSON.stringify(note), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } else rmSync(path, { force: true })
}

/** The restore that has begun and not ended, if there is one. */
export function readRestoreNote(uri: string): RestoreNote | null {
  return existsSync(pathOf(uri)) ? (JSON.parse(readFileSync(pathOf(uri), 'utf8')) as RestoreNote) : null
}
