import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
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
    handle: async ({ req, query }) => fileResponse(await exportAnalysesWorkbook({ req, ...query })),
  }),
  defineEndpoint({
    door: 'GET /api/reports/analyses/csv',
    query: analysesCsvQuery,
    handle: async ({ req, query }) => fileResponse(await exportAnalysesCsv({ req, ...query })),
  }),
]
