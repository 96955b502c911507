import { benchAudit } from './audit.bench'
import { benchAuditLog } from './auditLog.bench'
import { benchImports } from './imports.bench'
import { benchReports } from './reports.bench'
import { benchStore } from './store.bench'
import { benchTransfer } from './transfer.bench'

/** Measures on the database of the settings, all or what is named, and tells the parent; run by `run.ts`. */
export type Measurement = { name: string; value: number; unit: string; target: string }

const measured: Measurement[] = []
const suites = {
  imports: benchImports,
  reports: benchReports,
  store: benchStore,
  audit: benchAudit,
  auditLog: benchAuditLog,
  transfer: benchTransfer,
}
const wanted = process.argv.slice(2)
for (const [name, suite] of Object.entries(suites))
  if (wanted.length === 0 || wanted.includes(name)) measured.push(...(await suite()))
process.send?.(measured, () => process.exit(0))
