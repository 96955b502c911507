import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './ensureInstalled.mjs'

/**
 * `npm run generate`: Payload's types and import map anew. `npm run generate -- NAME` also writes the migration that
 * brings the embedded database from the last one to the collections as they are now.
 */
const [migration] = process.argv.slice(2)
const payload = (...args: string[]) =>
  run('npx', ['--no-install', 'payload', ...args], { DATA_DIR: join(tmpdir(), 'portal-generate') })

payload('generate:types')
payload('generate:importmap')
if (migration) {
  payload('migrate:create', migration)
  importTypesAsTypes()
}

/** Payload writes `import { MigrateUpArgs, … }`, which `verbatimModuleSyntax` would look for at run time. */
function importTypesAsTypes(): void {
  const folder = 'src/migrations'
  for (const name of readdirSync(folder).filter((file) => /^\d.*\.ts$/.test(file))) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(
        /^import \{ (MigrateUpArgs), (MigrateDownArgs), sql \}/,
        'import { type $1, type $2, sql }',
      ),
    )
  }
}
