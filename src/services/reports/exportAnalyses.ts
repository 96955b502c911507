import type { PayloadRequest } from 'payload'
import type { Fallgruppe } from '../../domain/cases/caseFields'
import { writeCsv } from '../../domain/imports/crmCsv/writeCsv'
import type { Language } from '../../domain/language'
import { analysisRecords, analysisSheet, scopeOf } from '../../domain/reports/analyses/analysisFile'
import {
  type AnalysisTable,
  type AnalysisTableName,
  analysisTable,
  analysisTables,
} from '../../domain/reports/analyses/analysisTable'
import type { Raster } from '../../domain/reports/analyses/durationTable'
import { languageOf } from '../../lib/language'
import { writeWorkbook } from '../../lib/xlsx/writeWorkbook'
import { loadAnalyses } from './loadAnalyses'

type Wanted = {
  req: PayloadRequest
  jahr?: number
  fallgruppe?: Fallgruppe
  raster: Raster
}

/** One table of the analyses, or all of them, as a workbook in the language of the request. */
export async function exportAnalysesWorkbook({
  tabelle,
  ...wanted
}: Wanted & { tabelle?: AnalysisTableName }) {
  const { analyses, table, language } = await tablesOf(wanted)
  const scope = scopeOf({ analyses, language })
  const sheets = (tabelle ? [tabelle] : analysisTables).map((name) =>
    analysisSheet({ table: table(name), scope }),
  )
  const title = tabelle ? table(tabelle).title : wholeTitle[language]
  const bytes = await writeWorkbook({ sheets, title: `${title}, ${scope}`, createdAt: new Date() })
  return { bytes, filename: `${fileStem([title, scope])}.xlsx` }
}

/** One table of the analyses as CSV: UTF-8 with a mark, separated as the language's spreadsheets expect it. */
export async function exportAnalysesCsv({ tabelle, ...wanted }: Wanted & { tabelle: AnalysisTableName }) {
  const { analyses, table, language } = await tablesOf(wanted)
  const { title, columns } = table(tabelle)
  const bytes = writeCsv({
    columns: columns.map((column) => column.title),
    records: analysisRecords({ table: table(tabelle), language }),
    format: { encoding: 'utf-8', hasMark: true, separator: language === 'de' ? ';' : ',' },
  })
  return { bytes, filename: `${fileStem([title, scopeOf({ analyses, language })])}.csv` }
}

const wholeTitle: Record<Language, string> = { de: 'Analysen', en: 'Analyses' }

async function tablesOf({ raster, ...range }: Wanted) {
  const analyses = await loadAnalyses(range)
  const language = languageOf(range.req)
  const table = (name: AnalysisTableName): AnalysisTable =>
    analysisTable({ name, analyses, raster, language })
  return { analyses, table, language }
}

function fileStem(parts: string[]): string {
  return parts.join(' ').replace(/[\s,]+/g, '_')
}
