import { z } from 'zod'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { defineEndpoint } from '../../lib/defineEndpoint'
import type { Report } from '../../payload-types'
import { downloadReport } from '../../services/reports/downloadReport'
import { generateReport } from '../../services/reports/generateReport'
import { type ListedReport, listReports } from '../../services/reports/listReports'
import { loadDashboard } from '../../services/reports/loadDashboard'
import { loadReport } from '../../services/reports/loadReport'
import {
  dashboardOut,
  dashboardQuery,
  generateIn,
  type ListedReportOut,
  type ReportOut,
  reportListOut,
  reportListQuery,
  reportOut,
  weeklyOut,
  weeklyParams,
} from './contract'

/** Under `/api/reports`: dashboard, the JSON of a week, generating, listing and downloading workbooks. */
export const reportEndpoints = [
  defineEndpoint({
    door: 'GET /api/reports/dashboard',
    title: { de: 'Kennzahlen eines Jahres', en: 'The key figures of a year' },
    query: dashboardQuery,
    output: dashboardOut,
    handle: ({ req, query }) => loadDashboard({ req, jahr: query.jahr }),
  }),
  defineEndpoint({
    door: 'GET /api/reports/weekly/:jahr/:kw',
    title: { de: 'Die fünf Blätter einer Woche', en: 'The five sheets of a week' },
    refuses: { 422: ['noSuchWeek'] },
    params: weeklyParams,
    output: weeklyOut,
    handle: async ({ req, params }) => {
      const { comparison, ...report } = await loadReport({ req, ...params })
      return { ...report, vorjahr: comparison }
    },
  }),
  defineEndpoint({
    door: 'POST /api/reports/generate',
    title: { de: 'Bericht einer Woche erzeugen', en: 'Generate the report of a week' },
    refuses: { 422: ['noSuchWeek'], 503: ['filesAway'] },
    body: generateIn,
    output: reportOut,
    status: 201,
    handle: async ({ req, body }) => reportOutOf(await generateReport({ req, ...body })),
  }),
  defineEndpoint({
    door: 'GET /api/reports/list',
    title: { de: 'Berichte mit ihren früheren Versionen', en: 'Reports with their earlier versions' },
    query: reportListQuery,
    output: reportListOut,
    handle: async ({ req, query }) => {
      const page = await listReports({ req, query })
      const docs = page.docs.map(({ earlier, ...current }) => ({
        ...listedOutOf(current),
        earlier: earlier.map(listedOutOf),
      }))
      return { ...page, docs }
    },
  }),
  defineEndpoint({
    door: 'GET /api/reports/download/:id',
    title: { de: 'Einen Bericht herunterladen', en: 'Download a report' },
    download: ['xlsx'],
    refuses: { 404: ['notFound', 'fileGone'], 503: ['filesAway'] },
    params: z.object({ id: z.string() }),
    handle: ({ req, params: { id } }) => downloadReport({ req, id }),
  }),
]

function reportOutOf(report: Pick<Report, 'id' | 'jahr' | 'kw' | 'generatedAt'>): ReportOut {
  return {
    id: String(report.id),
    jahr: report.jahr,
    kw: report.kw,
    filename: berichtswesenFilename({ jahr: report.jahr, kw: report.kw }),
    generatedAt: report.generatedAt,
    downloadUrl: `/api/reports/download/${report.id}`,
  }
}

function listedOutOf({ report, generatedBy }: ListedReport): ListedReportOut {
  return { ...reportOutOf(report), generatedBy, version: report.version }
}
