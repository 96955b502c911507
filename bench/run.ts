import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measurement } from './measure'

/**
 * `npm run bench`: every measured promise of the portal in one run, on the embedded database and, with `MONGODB_URI`,
 * on MongoDB beside it; `npm run bench -- audit` some of them. Each has a folder and a database of its own, which are gone
 * afterwards.
 */
const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
const databases = [{ name: 'SQLite', uri: `file:${folder}/portal.db` }]
if (process.env.MONGODB_URI) databases.push({ name: 'MongoDB', uri: inDatabase(process.env.MONGODB_URI) })

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}\n`)
const results: Measurement[][] = []
for (const database of databases) results.push(await measure(database))
console.log([''.padEnd(66), ...databases.map(({ name }) => name.padStart(12))].join(' '))
for (const [index, { name, unit, target }] of (results[0] ?? []).entries()) {
  const figures = results.map((result) => figureOf(result[index]).padStart(12)).join(' ')
  console.log(
    `${name.padEnd(66)} ${figures} ${unit.padEnd(8)} ${ratioOf(results, index).padEnd(8)} ${target}`,
  )
}
rmSync(folder, { recursive: true, force: true })

function inDatabase(uri: string): string {
  const url = new URL(uri)
  url.pathname = `/bench_${process.pid}`
  return url.toString()
}

function measure({ name, uri }: { name: string; uri: string }): Promise<Measurement[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('measure.ts', import.meta.url)), ...process.argv.slice(2)],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: join(folder, name),
        DATABASE_URI: uri,
        PAYLOAD_SECRET: 'only-for-the-bench-only-for-the-bench-only',
        LOG_LEVEL: 'error',
        MFA_POLICY: 'optional',
      },
    },
  )
  return new Promise((resolve, reject) => {
    child.on('message', (measurements) => resolve(measurements as Measurement[]))
    child.on('exit', (code) => (code === 0 ? null : reject(new Error(`The bench ended with ${code}.`))))
  })
}

function figureOf(measurement: Measurement | undefined): string {
  if (!measurement) return '–'
  const { value, unit } = measurement
  if (unit === '×') return value.toFixed(2)
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
}

/** The second database against the first. */
function ratioOf([first, second]: Measurement[][], index: number): string {
  const [left, right] = [first?.[index]?.value, second?.[index]?.value]
  return left && right ? `× ${(right / left).toFixed(1)}` : ''
}
