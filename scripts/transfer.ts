import { parseArgs } from 'node:util'
import { createFiles } from '../src/files/createFiles'
import { readSettings } from '../src/lib/settings'
import type { TransferProgress } from '../src/services/transfer/carried'
import { transferInstallation } from '../src/services/transfer/transferInstallation'
import { sayFailure } from './backupRequest'
import { loadConfig } from './loadConfig'

/**
 * `npm run transfer -- --from file:… [--to mongodb://…]`: carries a stopped installation from the embedded database to an
 * empty MongoDB, that of `DATABASE_URI` where none is given, and its files to the bucket where one is set, and compares both. A run that was cut off goes on with the
 * next. Exit code 1 when not all of it is there.
 */
const usage = 'npm run transfer -- --from file:PATH [--to mongodb://…]'
const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
const { from, to = process.env.DATABASE_URI } = values
if (!from?.startsWith('file:') || !to || !/^mongodb(\+srv)?:\/\//.test(to)) {
  console.error(`${usage}: carries from the embedded database to MongoDB, and not the other way.`)
  process.exit(1)
}

const what = {
  begin: 'The target is empty.',
  continue: 'Goes on where an earlier run was cut off.',
  beginAnew: 'The installation has changed since the earlier run, or differed: begins anew.',
}
const number = (value: number) => value.toLocaleString('en')
const begun = performance.now()
let saidAt = 0

try {
  // The secret is that of the source.
  process.env.DATABASE_URI = from
  // Before there is anything that would have to be put away again.
  const config = await loadConfig()
  // After the configuration, which loads the adapters first: from elsewhere Node 20 sometimes never finishes doing so.
  const { migrations } = await import('../src/migrations')
  const { openDatabase } = await import('./openDatabase')
  const { dataDir, s3 } = readSettings(process.env)
  const verified = await transferInstallation({
    ...(s3 ? { files: { from: createFiles({ dataDir }), to: createFiles({ dataDir, s3 }) } } : {}),
    from,
    to,
    knownMigrations: migrations.map(({ name }) => name),
    now: new Date(),
    open: (database) => openDatabase({ ...database, config }),
    tell: (doing) => console.log(what[doing]),
    say,
  })
  for (const { name, count, sha256 } of verified)
    if (count > 0) console.log(`${name}: ${number(count)}, SHA-256 ${sha256}`)
  const total = verified.reduce((sum, { count }) => sum + count, 0)
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${number(total)} ${s3 ? 'documents and files' : 'documents'} carried and the same on both, in ${seconds.toFixed(1)} s. Start the portal with ` +
      'DATABASE_URI on the new database, with the same DATA_DIR or bucket, and PAYLOAD_SECRET as before (for the embedded ' +
      'database the file `secret` of DATA_DIR), and keep the old database until you are content.',
  )
} catch (error) {
  sayFailure(error)
}

/** Each second, and at the end of a collection. */
function say({ step, collection, done, total }: TransferProgress): void {
  if (done < total && performance.now() - saidAt < 1_000) return
  saidAt = performance.now()
  console.log(`  ${step} ${collection}: ${number(done)} of ${number(total)}`)
}
