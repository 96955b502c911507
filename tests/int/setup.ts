import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Each test file has a database and a folder of its own: SQLite, or with `MONGODB_URI` a database of its own name
 * on that server.
 */
const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
const mongo = process.env.MONGODB_URI

process.env.DATA_DIR = folder
process.env.DATABASE_URI = mongo
  ? withDatabase(mongo, `test_${randomUUID().slice(0, 8)}`)
  : `file:${folder}/portal.db`
process.env.PAYLOAD_SECRET = 'only-for-tests-only-for-tests-only-for-tests'
process.env.LOG_LEVEL = 'silent'
// Jobs run when a test says so (`portal.runJobs()`), not by the clock.
process.env.ROLE = 'web'

function withDatabase(uri: string, name: string): string {
  const url = new URL(uri)
  url.pathname = `/${name}`
  return url.toString()
}
