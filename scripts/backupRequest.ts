import { readFileSync } from 'node:fs'
import { readSettings } from '../src/lib/settings'
import type { BackupRequest } from '../src/services/backup/writeBackup'
import { openDatabaseCopy } from '../src/store/backup/openDatabaseCopy'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** What backup and restore need, from the settings. No portal is started: a backup must not migrate what it saves. */
export async function backupRequest(file: string): Promise<BackupRequest> {
  const settings = readSettings(process.env)
  return {
    copy: await openDatabaseCopy(settings.databaseUri),
    settings,
    file,
    portal: version,
    now: new Date(),
    say: ({ name, bytes }) => console.log(`  ${name}: ${bytes.toLocaleString('en')} bytes`),
  }
}

/** Says why there is no backup or restore, and ends with exit code 1. */
export function sayFailure(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
