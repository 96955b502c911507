import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { exportAudit } from '../../services/audit/exportAudit'
import { listAudit } from '../../services/audit/listAudit'
import { auditExportQuery, auditListOut, auditListQuery } from './contract'

/** Under `/api/audit-log`, for admins: the log in words, and what is filtered of it as a file. */
export const auditLogEndpoints = [
  defineEndpoint({
    door: 'GET /api/audit-log/list',
    query: auditListQuery,
    output: auditListOut,
    handle: ({ req, query }) => listAudit({ req, query }),
  }),
  defineEndpoint({
    door: 'GET /api/audit-log/xlsx',
    query: auditExportQuery,
    handle: async ({ req, query }) => fileResponse(await exportAudit({ req, query, format: 'xlsx' })),
  }),
  defineEndpoint({
    door: 'GET /api/audit-log/csv',
    query: auditExportQuery,
    handle: async ({ req, query }) => fileResponse(await exportAudit({ req, query, format: 'csv' })),
  }),
]
