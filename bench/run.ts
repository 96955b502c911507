import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm run bench`: every measured promise of the portal in one run, on a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
Object.assign(process.env, {
  NODE_ENV: 'production',
  DATA_DIR: folder,
  DATABASE_URI: process.env.DATABASE_URI ?? `file:${folder}/portal.db`,
  PAYLOAD_SECRET: 'only-for-the-bench-only-for-the-bench-only',
  LOG_LEVEL: 'error',
})

export type Measurement = { name: string; value: number; unit: string; target: string }

const suites = [
  async () => (await import('./imports.bench')).benchImports(),
  async () => (await import('./reports.bench')).benchReports(),
  async () => (await import('./store.bench')).benchStore(),
]

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}\n`)
for (const suite of suites) {
  for (const { name, value, unit, target } of (await suite()) as Measurement[]) {
    const figure = value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
    console.log(`${name.padEnd(72)} ${figure.padStart(12)} ${unit.padEnd(8)} ${target}`)
  }
}
rmSync(folder, { recursive: true, force: true })
process.exit(0)
