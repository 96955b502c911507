import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { withLock } from '../../lib/keyedLock'
import { writeWorkbook } from '../../lib/xlsx/writeWorkbook'
import { xlsxMimeType } from '../../lib/xlsx/xlsxMimeType'
import type { Report } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { loadReport } from './loadReport'

/** Generates the workbook of a week. It becomes the week's current report; the one before stays as a version. */
export async function generateReport({
  req,
  jahr,
  kw,
}: {
  req: PayloadRequest
  jahr: number
  kw: number
}): Promise<Report> {
  const { sheets } = await loadReport({ req, jahr, kw })
  const createdAt = new Date()
  const title = berichtswesenFilename({ jahr, kw }).replace('.xlsx', '').replaceAll('_', ' ')
  const workbook = await writeWorkbook({ sheets, title, createdAt })
  return withLock(`report ${jahr}/${kw}`, async () => {
    const version = (await latestVersion({ req, jahr, kw })) + 1
    const report = await req.payload.create({
      collection: 'reports',
      data: {
        jahr,
        kw,
        version,
        isCurrent: true,
        data: sheets.map(({ title, rows }) => ({ title, rows })),
        generatedBy: req.user?.id ?? null,
        generatedAt: createdAt.toISOString(),
      },
      file: {
        data: workbook,
        mimetype: xlsxMimeType,
        name: storedName({ jahr, kw, version }),
        size: workbook.length,
      },
      depth: 0,
      req,
    })
    await retireOthers({ req, report })
    const entry = { action: 'report', entityType: 'reports', entityId: String(report.id) } as const
    await recordAudit({ req, entry: { ...entry, changes: [{ field: 'version', old: null, new: version }] } })
    return report
  })
}

async function latestVersion({
  req,
  jahr,
  kw,
}: {
  req: PayloadRequest
  jahr: number
  kw: number
}): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { and: [{ jahr: { equals: jahr } }, { kw: { equals: kw } }] },
    sort: '-version',
    limit: 1,
    depth: 0,
    select: { version: true },
    req,
  })
  return docs[0]?.version ?? 0
}

async function retireOthers({ req, report }: { req: PayloadRequest; report: Report }): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: {
      and: [
        { jahr: { equals: report.jahr } },
        { kw: { equals: report.kw } },
        { isCurrent: { equals: true } },
        { id: { not_equals: report.id } },
      ],
    },
    pagination: false,
    depth: 0,
    select: { jahr: true },
    req,
  })
  for (const { id } of docs) {
    await req.payload.db.updateOne({
      collection: 'reports',
      id,
      data: { isCurrent: false },
      req,
      returning: false,
    })
  }
}

/** Every version keeps its own file; people download it under the name of SPEC §6. */
function storedName({ jahr, kw, version }: { jahr: number; kw: number; version: number }): string {
  return berichtswesenFilename({ jahr, kw }).replace('.xlsx', `_v${version}.xlsx`)
}
