import type { PayloadRequest } from 'payload'
import { auditColumns, auditRecord } from '../../domain/audit/auditRecords'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { writeCsv } from '../../domain/imports/crmCsv/writeCsv'
import { escapeFormula } from '../../domain/imports/workbook/escapeFormula'
import { createTurns } from '../../lib/giveWay'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import { createWorkbookStream } from '../../lib/xlsx/write/createWorkbookStream'
import { storeOf } from '../../store/storeOf'
import { filterText, recordDownload } from '../recordDownload'
import { describeAudit } from './describeAudit'
import { type AuditQuery, filterOf } from './listAudit'

/** A spreadsheet is to open it. */
const maxExported = 100_000
const entriesPerBlock = 500

type Exporting = { req: PayloadRequest; query: AuditQuery }
type Blocks = AsyncGenerator<string[][]>

/** The entries of a filter as a workbook or as CSV, the latest first; more than `max` are refused. Itself written down. */
export async function exportAudit({
  req,
  query,
  format,
  max = maxExported,
}: Exporting & { format: 'xlsx' | 'csv'; max?: number }) {
  const filter = await filterOf({ req, query })
  const ids = await storeOf(req.payload).auditIds({ filter, limit: max + 1 })
  if (ids.length > max) {
    const params = { max: max.toLocaleString(languageOf(req)) }
    throw refusal(req, 422, 'auditExportTooLarge', { params, extra: { max } })
  }
  const blocks = recordsOf({ req, ids })
  const bytes = format === 'xlsx' ? await workbookOf({ req, blocks }) : await csvOf({ req, blocks })
  const filename = `${languageOf(req) === 'de' ? 'Protokoll' : 'Audit-log'}_${berlinDay(new Date())}.${format}`
  await recordDownload({ req, file: 'auditLog', filename, rows: ids.length, filter: filterText(query) })
  return { bytes, filename }
}

async function* recordsOf({ req, ids }: { req: PayloadRequest; ids: readonly string[] }): Blocks {
  const turn = createTurns()
  for (let start = 0; start < ids.length; start += entriesPerBlock) {
    const wanted = ids.slice(start, start + entriesPerBlock)
    const found = await storeOf(req.payload).auditEntriesOf(wanted)
    const byId = new Map(found.map((entry) => [entry.id, entry]))
    const entries = wanted.flatMap((id) => byId.get(id) ?? [])
    yield (await describeAudit({ req, entries })).map(auditRecord)
    await turn()
  }
}

const widths = [18, 20, 24, 18, 30, 38, 80, 18, 24]

async function workbookOf({ req, blocks }: { req: PayloadRequest; blocks: Blocks }): Promise<Buffer> {
  const language = languageOf(req)
  const name = language === 'de' ? 'Protokoll' : 'Audit log'
  const workbook = createWorkbookStream()
  const columns = auditColumns[language].map((title, index) => ({
    title,
    width: widths[index] ?? 20,
    format: 'text' as const,
    isLocked: false,
  }))
  await workbook.addSheet({ name, columns })
  for await (const records of blocks) await workbook.addRows(records.map((cells) => cells.map(escapeFormula)))
  return workbook.end([name])
}

async function csvOf({ req, blocks }: { req: PayloadRequest; blocks: Blocks }): Promise<Buffer> {
  const language = languageOf(req)
  const separator = language === 'de' ? ';' : ','
  const pieces: Uint8Array[] = []
  const add = (rows: string[][], hasMark: boolean) => {
    const [columns = [], ...records] = rows
    pieces.push(writeCsv({ columns, records, format: { encoding: 'utf-8', hasMark, separator } }), lineBreak)
  }
  add([[...auditColumns[language]]], true)
  for await (const records of blocks) if (records.length > 0) add(records, false)
  return Buffer.concat(pieces)
}

const lineBreak = Buffer.from('\r\n')
