import { restoreBackup } from '../../src/services/backup/restoreBackup'
import { writeBackup } from '../../src/services/backup/writeBackup'
import { openDatabaseCopy } from '../../src/store/backup/openDatabaseCopy'

/** Backs a place up or restores one, telling the parent when it begins; run by backupCrash.test.ts, which kills it. */
const [work = '', uri = '', dataDir = '', file = ''] = process.argv.slice(2)

const copy = await openDatabaseCopy(uri)
const settings = { secret: process.env.PAYLOAD_SECRET ?? '', dataDir }
const request = { copy, settings, file, portal: '0.0.0', now: new Date(), say: () => undefined }
const { migrations } = await import('../../src/migrations')
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
