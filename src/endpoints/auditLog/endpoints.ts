import { defineEndpoint } from '../../lib/defineEndpoint'
import { exportAudit } from '../../services/audit/exportAudit'
import { listAudit } from '../../services/audit/listAudit'
import { auditExportQuery, auditListOut, auditListQuery } from './contract'

/** Under `/api/audit-log`, for admins: the log in words, and what is filtered of it as a file. */
export const auditLogEndpoints = [
  defineEndpoint({
    door: 'GET /api/audit-log/list',
    title: {
      de: 'Das Protokoll in Worten, das Neueste zuerst',
      en: 'The audit log in words, the latest first',
    },
    query: auditListQuery,
    output: auditListOut,
    handle: ({ req, query }) => listAudit({ req, query }),
  }),
  defineEndpoint({
    door: 'GET /api/audit-log/xlsx',
    title: { de: 'Das Protokoll als Arbeitsmappe', en: 'The audit log as a workbook' },
    query: auditExportQuery,
    download: ['xlsx'],
    refuses: { 422: ['auditExportTooLarge'] },
    handle: ({ req, query }) => exportAudit({ req, query, format: 'xlsx' }),
  }),
  defineEndpoint({
    door: 'GET /api/audit-log/csv',
    title: { de: 'Das Protokoll als CSV', en: 'The audit log as CSV' },
    query: auditExportQuery,
    download: ['csv'],
    refuses: { 422: ['auditExportTooLarge'] },
    handle: ({ req, query }) => exportAudit({ req, query, format: 'csv' }),
  }),
]
