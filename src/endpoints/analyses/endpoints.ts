import type { PayloadRequest } from 'payload'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { filterText, recordDownload } from '../../services/recordDownload'
import { exportAnalysesCsv, exportAnalysesWorkbook } from '../../services/reports/exportAnalyses'
import { loadAnalyses } from '../../services/reports/loadAnalyses'
import { analysesCsvQuery, analysesOut, analysesQuery, analysesXlsxQuery } from './contract'

/** Under `/api/reports/analyses`: the analyses of a year, and their tables as files. */
export const analysesEndpoints = [
  defineEndpoint({
    door: 'GET /api/reports/analyses',
    query: analysesQuery,
    output: analysesOut,
    handle: ({ req, query }) => loadAnalyses({ req, ...query }),
  }),
  defineEndpoint({
    door: 'GET /api/reports/analyses/xlsx',
    query: analysesXlsxQuery,
    handle: ({ req, query }) => answerFile({ req, query, made: exportAnalysesWorkbook({ req, ...query }) }),
  }),
  defineEndpoint({
    door: 'GET /api/reports/analyses/csv',
    query: analysesCsvQuery,
    handle: ({ req, query }) => answerFile({ req, query, made: exportAnalysesCsv({ req, ...query }) }),
  }),
]

async function answerFile({
  req,
  query,
  made,
}: {
  req: PayloadRequest
  query: Readonly<Record<string, unknown>>
  made: Promise<Parameters<typeof fileResponse>[0]>
}): Promise<Response> {
  const file = await made
  await recordDownload({ req, file: 'analyses', filename: file.filename, filter: filterText(query) })
  return fileResponse(file)
}
