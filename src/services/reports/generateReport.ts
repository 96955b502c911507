import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { withLock } from '../../lib/keyedLock'
import { writeWorkbook } from '../../lib/xlsx/writeWorkbook'
import { xlsxMimeType } from '../../lib/xlsx/xlsxMimeType'
import type { Report } from '../../payload-types'
import { loadReport } from './loadReport'
import { settleCurrentReport } from './settleCurrentReport'
import { versionsOfWeek } from './versionsOfWeek'

type WeekReport = {
  req: PayloadRequest
  jahr: number
  kw: number
  now?: Date
  /** The run of the schedule that generates it; absent when a person does. */
  runId?: string
}

/** Generates the workbook of a week. It becomes the week's current report; the one before stays as a version. */
export async function generateReport({
  req,
  jahr,
  kw,
  now = new Date(),
  runId,
}: WeekReport): Promise<Report> {
  const { sheets } = await loadReport({ req, jahr, kw })
  const title = berichtswesenFilename({ jahr, kw }).replace('.xlsx', '').replaceAll('_', ' ')
  const workbook = await writeWorkbook({ sheets, title, createdAt: now })
  const data = {
    jahr,
    kw,
    isCurrent: true,
    data: sheets.map(({ title, rows }) => ({ title, rows })),
    generatedBy: req.user?.id ?? null,
    generatedAt: now.toISOString(),
    ...(runId ? { run: runId } : {}),
  }
  return withLock(`report ${jahr}/${kw}`, async () => {
    const report = await storeNextVersion({ req, data, workbook })
    await settleCurrentReport({ req, jahr, kw })
    return report
  })
}

type NewReport = Omit<Report, 'id' | 'version' | 'createdAt' | 'updatedAt'>
type Version = { req: PayloadRequest; data: NewReport; workbook: Buffer }

/** Another process may store the same version first; the database has each once, and this one becomes the next. */
async function storeNextVersion({ req, data, workbook }: Version): Promise<Report> {
  const version = (await latestVersion({ req, ...data })) + 1
  try {
    return await req.payload.create({
      collection: 'reports',
      data: { ...data, version },
      file: {
        data: workbook,
        mimetype: xlsxMimeType,
        name: storedName({ ...data, version }),
        size: workbook.length,
      },
      context: { auditAs: { collection: 'reports', action: 'report' } },
      depth: 0,
      req,
    })
  } catch (error) {
    if ((await latestVersion({ req, ...data })) < version) throw error
    return storeNextVersion({ req, data, workbook })
  }
}

async function latestVersion(week: { req: PayloadRequest; jahr: number; kw: number }): Promise<number> {
  const [latest] = await versionsOfWeek(week)
  return latest?.version ?? 0
}

/** Every version keeps its own file, whoever writes at the same time; people download it under the name of SPEC §6. */
function storedName({ jahr, kw, version }: { jahr: number; kw: number; version: number }): string {
  const name = `_v${version}_${randomUUID().slice(0, 8)}.xlsx`
  return berichtswesenFilename({ jahr, kw }).replace('.xlsx', name)
}
