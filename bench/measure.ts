/** Measures on the database of the settings and tells the parent; run by `run.ts`. */
export type Measurement = { name: string; value: number; unit: string; target: string }

const suites = [
  async () => (await import('./imports.bench')).benchImports(),
  async () => (await import('./reports.bench')).benchReports(),
  async () => (await import('./store.bench')).benchStore(),
]

const measured: Measurement[] = []
for (const suite of suites) measured.push(...(await suite()))
process.send?.(measured, () => process.exit(0))
