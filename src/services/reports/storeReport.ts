import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { type AuditEvent, auditEntryOf } from '../../domain/audit/auditEntry'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { filesOf } from '../../files/filesOf'
import { withLock } from '../../lib/keyedLock'
import { xlsxMimeType } from '../../lib/xlsx/xlsxMimeType'
import type { Report, ReportRun } from '../../payload-types'
import type { DocumentWrite } from '../../store/documentWrites'
import { newId } from '../../store/newId'
import { storeOf } from '../../store/storeOf'
import { eventWrite, queueTelling } from '../notifications/raiseEvent'
import { auditOrigin } from '../recordAudit'
import { isRunOf } from './schedule/claimReportRun'
import { versionsOfWeek } from './versionsOfWeek'

type NewReport = {
  req: PayloadRequest
  report: Pick<Report, 'jahr' | 'kw' | 'data' | 'generatedAt'>
  workbook: Buffer
  /** The run of the schedule that generates it; absent when a person does. */
  run?: ReportRun
}

/**
 * Stores a report as the next version of its week: first the file, begun; then the report, the audit entry, what is to be
 * told and the end of the run, all or nothing; then the file is finished. A process that ends in between leaves a begun
 * file that `settleReportFiles` finishes or removes. `null` when the run is somebody else's by now.
 */
export function storeReport(wanted: NewReport): Promise<Report | null> {
  const { jahr, kw } = wanted.report
  return withLock(`report ${jahr}/${kw}`, () => storeNextVersion(wanted))
}

/** Another process may store the same version first; the database has each once, and this one becomes the next. */
async function storeNextVersion(wanted: NewReport): Promise<Report | null> {
  const { req, report, workbook, run } = wanted
  const { payload } = req
  const version = (await latestVersion(wanted)) + 1
  const id = newId()
  const filename = storedName({ ...report, version })
  const files = filesOf(payload).reports
  await files.begin(filename, workbook)
  const writes = writesOf({ ...wanted, file: { id, version, filename } })
  if ((await storeOf(payload).storeTogether(writes)) === 'stored') {
    await orLater(payload, files.finish(filename))
    await queueTelling(req)
    return payload.findByID({ collection: 'reports', id, depth: 0, req })
  }
  await orLater(payload, files.remove(filename))
  if (run && !(await isRunOf({ payload, run }))) return null
  if ((await latestVersion(wanted)) < version) throw new Error('A report was refused by the database.')
  return storeNextVersion(wanted)
}

/** The report is stored, or refused, whatever becomes of this; `settleReportFiles` does it too. */
async function orLater(payload: Payload, settling: Promise<void>): Promise<void> {
  await settling.catch((error: unknown) =>
    payload.logger.warn({ err: error, msg: 'The file of a report will be settled later.' }),
  )
}

type NewFile = { id: string; version: number; filename: string }

function writesOf({ req, report, workbook, run, file }: NewReport & { file: NewFile }): DocumentWrite[] {
  const { jahr, kw, generatedAt } = report
  const values = {
    ...file,
    ...report,
    isCurrent: true,
    generatedBy: req.user?.id ?? null,
    mimeType: xlsxMimeType,
    filesize: workbook.length,
    ...(run ? { run: run.id } : {}),
  } satisfies Partial<Report>
  const entry = auditEntryOf({ event: auditEventOf({ jahr, kw, ...file }), origin: auditOrigin(req) })
  return [
    ...(run ? [endOf({ run, finishedAt: generatedAt })] : []),
    { update: 'reports', where: { jahr, kw, isCurrent: true }, values: { isCurrent: false } },
    { create: 'reports', values },
    { create: 'audit-log', values: entry },
    eventWrite({
      type: 'report_ready',
      figures: { jahr, kw },
      related: { collection: 'reports', id: file.id },
    }),
  ]
}

/** The run has to be still that of who claimed it. */
function endOf({ run: { id, attempt }, finishedAt }: { run: ReportRun; finishedAt: string }): DocumentWrite {
  return { update: 'report-runs', where: { id, attempt }, values: { finishedAt }, isRequired: true }
}

function auditEventOf({
  id,
  ...values
}: {
  id: string
  jahr: number
  kw: number
  version: number
}): AuditEvent {
  const changes = (['jahr', 'kw', 'version'] as const).map((field) => ({
    field,
    old: null,
    new: values[field],
  }))
  return { action: 'report', entityType: 'reports', entityId: id, changes }
}

async function latestVersion({ req, report: { jahr, kw } }: NewReport): Promise<number> {
  const [latest] = await versionsOfWeek({ req, jahr, kw })
  return latest?.version ?? 0
}

/** Every version keeps its own file, whoever writes at the same time; people download it under the name of SPEC §6. */
function storedName({ jahr, kw, version }: { jahr: number; kw: number; version: number }): string {
  const name = `_v${version}_${randomUUID().slice(0, 8)}.xlsx`
  return berichtswesenFilename({ jahr, kw }).replace('.xlsx', name)
}
