import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { exportAnalysesCsv, exportAnalysesWorkbook } from '../../services/reports/exportAnalyses'
import { loadAnalyses } from '../../services/reports/loadAnalyses'
import { analysesCsvQuery, analysesOut, analysesQuery, analysesXlsxQuery } from './contract'

const everyone = ['admin', 'dak_mitarbeiter'] as const

/** Under `/api/reports/analyses`: the analyses of a year, and their tables as files. */
export const analysesEndpoints = [
  defineEndpoint({
    path: '/analyses',
    method: 'get',
    roles: everyone,
    query: analysesQuery,
    output: analysesOut,
    handle: ({ req, query }) => loadAnalyses({ req, ...query }),
  }),
  defineEndpoint({
    path: '/analyses/xlsx',
    method: 'get',
    roles: everyone,
    query: analysesXlsxQuery,
    handle: async ({ req, query }) => fileResponse(await exportAnalysesWorkbook({ req, ...query })),
  }),
  defineEndpoint({
    path: '/analyses/csv',
    method: 'get',
    roles: everyone,
    query: analysesCsvQuery,
    handle: async ({ req, query }) => fileResponse(await exportAnalysesCsv({ req, ...query })),
  }),
]
