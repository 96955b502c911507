import { benchImports } from './imports.bench'
import { benchReports } from './reports.bench'
import { benchStore } from './store.bench'

/** Measures on the database of the settings and tells the parent; run by `run.ts`. */
export type Measurement = { name: string; value: number; unit: string; target: string }

const measured: Measurement[] = []
for (const suite of [benchImports, benchReports, benchStore]) measured.push(...(await suite()))
process.send?.(measured, () => process.exit(0))
