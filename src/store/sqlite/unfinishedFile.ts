import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readUnfinished, type UnfinishedWork } from '../backup/unfinishedWork'
import { databasePath } from './databasePath'

/** The note lies beside the embedded database, since the database itself is what is replaced. */
const pathOf = (uri: string) => `${databasePath(uri)}.restoring`

/** Notes that filling the embedded database has begun, or with `null` that it has ended. */
export function writeUnfinishedFile({ uri, note }: { uri: string; note: UnfinishedWork | null }): void {
  const path = pathOf(uri)
  if (note) {
    writeFileSync(`${path}.new`, JSON.stringify(note), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } else rmSync(path, { force: true })
}

/** What has begun and not ended, if there is anything. */
export function readUnfinishedFile(uri: string): UnfinishedWork | null {
  return existsSync(pathOf(uri)) ? readUnfinished(JSON.parse(readFileSync(pathOf(uri), 'utf8'))) : null
}
