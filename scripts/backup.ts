import { parseArgs } from 'node:util'
import { writeBackup } from '../src/services/backup/writeBackup'
import { backupRequest, sayFailure } from './backupRequest'

/**
 * `npm run backup -- FILE`: the database and the files, of `DATA_DIR` or the bucket, as one archive, also while the portal runs. Exit
 * code 1 when there is none; FILE is there only when it is whole.
 */
const { positionals } = parseArgs({ allowPositionals: true })
const [file] = positionals
if (!file || positionals.length > 1) {
  console.error('npm run backup -- FILE')
  process.exit(1)
}

try {
  const request = await backupRequest(file)
  try {
    const { counts, parts } = await writeBackup(request)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    console.log(
      `${file}: ${counts.cases ?? 0} cases, ${rows} entries in all, ${parts.length} parts. PAYLOAD_SECRET is not in ` +
        'it: keep it (for the embedded database the file `secret` of DATA_DIR) in another safe place.',
    )
  } finally {
    await request.copy.close()
  }
} catch (error) {
  sayFailure(error)
}
