import { ensureInstalled, run } from './ensureInstalled.mjs'

/**
 * `npm run test:sqlite`, `npm run test:mongo`: the integration tests on one of the two databases. `MONGODB_URI` (or a
 * `mongodb://` in `DATABASE_URI`) says where MongoDB is; each test file makes a database of its own there and drops it.
 */
const [database, ...words] = process.argv.slice(2)
const uri =
  process.env.MONGODB_URI || (process.env.DATABASE_URI?.startsWith('mongodb') ? process.env.DATABASE_URI : '')
if (database === 'mongo' && !uri) {
  console.error(
    'Set MONGODB_URI to a replica set, for example MONGODB_URI=mongodb://127.0.0.1:27017/?replicaSet=rs0',
  )
  process.exit(1)
}
ensureInstalled()
run('npx', ['--no-install', 'vitest', 'run', '--project', 'int', ...words], {
  MONGODB_URI: database === 'mongo' ? uri : '',
  DATABASE_URI: '',
})
