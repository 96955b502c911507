import type { PayloadRequest } from 'payload'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { filterText, recordDownload } from '../../services/recordDownload'
import { exportAnalysesCsv, exportAnalysesWorkbook } from '../../services/reports/exportAnalyses'
import { loadAnalyses } from '../../services/reports/loadAnalyses'
import { analysesCsvQuery, analysesOut, analysesQuery, analysesXlsxQuery } from './contract'

/** Under `/api/reports/analyses`: the analyses of a year, and their tables as files. */
export const analysesEndpoints = [
  defineEndpoint({
    door: 'GET /api/reports/analyses',
    title: { de: 'Auswertungen eines Jahres', en: 'The analyses of a year' },
    query: analysesQuery,
    output: analysesOut,
    handle: ({ req, query }) => loadAnalyses({ req, ...query }),
  }),
  defineEndpoint({
    door: 'GET /api/reports/analyses/xlsx',
    title: { de: 'Auswertungen als Arbeitsmappe', en: 'The analyses as a workbook' },
    download: ['xlsx'],
    query: analysesXlsxQuery,
    handle: ({ req, query }) => noted({ req, query, made: exportAnalysesWorkbook({ req, ...query }) }),
  }),
  defineEndpoint({
    door: 'GET /api/reports/analyses/csv',
    title: { de: 'Eine Auswertung als CSV', en: 'One of the analyses as CSV' },
    download: ['csv'],
    query: analysesCsvQuery,
    handle: ({ req, query }) => noted({ req, query, made: exportAnalysesCsv({ req, ...query }) }),
  }),
]

/** The file, and a note of who took it. */
async function noted<File extends { filename: string }>({
  req,
  query,
  made,
}: {
  req: PayloadRequest
  query: Readonly<Record<string, unknown>>
  made: Promise<File>
}): Promise<File> {
  const file = await made
  await recordDownload({ req, file: 'analyses', filename: file.filename, filter: filterText(query) })
  return file
}
