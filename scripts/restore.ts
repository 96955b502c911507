import { parseArgs } from 'node:util'
import { restoreBackup } from '../src/services/backup/restoreBackup'
import { backupRequest, sayFailure } from './backupRequest'
import { loadConfig } from './loadConfig'
import { openPortal } from './openPortal'

/**
 * `npm run restore -- FILE [--replace] [--other-secret]`: puts a backup into an empty place, or with `--replace` in the
 * place of a stopped portal, which is backed up beside FILE first. Exit code 1 when nothing was restored.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean' }, 'other-secret': { type: 'boolean' } },
})
const [file] = positionals
if (!file || positionals.length > 1) {
  console.error('npm run restore -- FILE [--replace] [--other-secret]')
  process.exit(1)
}

try {
  // First, for the migrations would load the adapters from deeper in the graph; see payload.config.ts.
  await loadConfig()
  const { migrations } = await import('../src/migrations')
  const request = await backupRequest(file)
  try {
    const { manifest, kept } = await restoreBackup({
      ...request,
      isReplacing: values.replace ?? false,
      isOtherSecretFine: values['other-secret'] ?? false,
      knownMigrations: migrations.map(({ name }) => name),
    })
    console.log(`Restored ${file} of ${manifest.createdAt}: ${manifest.counts.cases ?? 0} cases.`)
    if (kept) console.log(`What was there before is in ${kept}. Delete it when it is not needed any more.`)
  } finally {
    await request.copy.close()
  }
  // Brings an older database to the present schema, and makes the indexes of MongoDB, before anyone waits for it.
  await (await openPortal()).close()
} catch (error) {
  sayFailure(error)
}
