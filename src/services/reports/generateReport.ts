import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { writeWorkbook } from '../../lib/xlsx/writeWorkbook'
import type { Report, ReportRun } from '../../payload-types'
import { loadReport } from './loadReport'
import { storeReport } from './storeReport'

type Week = { req: PayloadRequest; jahr: number; kw: number; now?: Date }

/** Generates the workbook of a week. It becomes the week's current report; the one before stays as a version. */
export async function generateReport(week: Week): Promise<Report> {
  const report = await generate(week)
  if (!report) throw new Error('A report that no run of the schedule asked for was refused.')
  return report
}

/** The same for a run of the schedule, which it ends; `null` when the run is somebody else's by now. */
export function generateReportOfRun({
  req,
  run,
  now,
}: {
  req: PayloadRequest
  run: ReportRun
  now: Date
}): Promise<Report | null> {
  const { jahr, kw } = run
  return generate({ req, jahr, kw, now, run })
}

async function generate({ req, jahr, kw, now = new Date(), run }: Week & { run?: ReportRun }) {
  const { sheets } = await loadReport({ req, jahr, kw })
  const title = berichtswesenFilename({ jahr, kw }).replace('.xlsx', '').replaceAll('_', ' ')
  const workbook = await writeWorkbook({ sheets, title, createdAt: now })
  const data = sheets.map(({ title, rows }) => ({ title, rows }))
  return storeReport({ req, report: { jahr, kw, data, generatedAt: now.toISOString() }, workbook, run })
}
