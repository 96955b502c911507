import { restoreBackup } from '../../src/services/backup/restoreBackup'
import { writeBackup } from '../../src/services/backup/writeBackup'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'
import type { Place } from './places'
import { nextOrder } from './spareProcesses'

export type BackupOrder = { work: 'backup' | 'restore'; place: Place; file: string }

/** Backs a place up or restores one, telling the parent when it begins; run by backupCrash.test.ts, which kills it. */
const { migrations } = await import('../../src/migrations')
const { work, place, file } = await nextOrder<BackupOrder>()
const copy = await openDatabaseCopy(place.uri)
const settings = { secret: process.env.PAYLOAD_SECRET ?? '', dataDir: place.dataDir }
const request = { copy, settings, file, portal: '0.0.0', now: new Date(), say: () => undefined }
process.send?.('begun')
if (work === 'backup') await writeBackup(request)
else
  await restoreBackup({
    ...request,
    isReplacing: true,
    isOtherSecretFine: false,
    knownMigrations: migrations.map(({ name }) => name),
  })
await copy.close()
process.exit(0)
