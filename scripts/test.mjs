import { ensureInstalled, run } from './ensureInstalled.mjs'

/** `npm test`: lint, types, architecture, unused code, unit and integration tests. Further words go to vitest. */
ensureInstalled()
run('npx', ['--no-install', 'biome', 'check', '.'])
run('npx', ['--no-install', 'tsc', '--noEmit'])
run('npm', ['run', '--silent', 'architecture'])
run('npx', ['--no-install', 'knip'])
run('npx', [
  '--no-install',
  'vitest',
  'run',
  '--project',
  'unit',
  '--project',
  'int',
  ...process.argv.slice(2),
])
