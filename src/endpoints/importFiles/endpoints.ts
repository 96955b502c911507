import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Role } from '../../access/hasRole'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { languageOf } from '../../lib/language'
import { readUpload } from '../../lib/readUpload'
import { buildErrorFile } from '../../services/imports/buildErrorFile'
import { confirmImport } from '../../services/imports/confirmImport'
import type { ImportSource } from '../../services/imports/importSources'
import { listImports } from '../../services/imports/listImports'
import { loadImport } from '../../services/imports/loadImport'
import { loadImportRows } from '../../services/imports/loadImportRows'
import { previewImport } from '../../services/imports/previewImport'
import {
  importConfirmIn,
  importLogOut,
  importLogQuery,
  importPreviewOut,
  importResultOut,
  importRowsOut,
  importRowsQuery,
  importStateOut,
} from './contract'
import { importStateOf, showPlanItem, showResult } from './showImport'
import { syncExportEndpoint } from './syncExportEndpoint'
import { undoEndpoint } from './undoEndpoint'

const idParams = z.object({ id: z.string() })
const previewedRows = 100

/** Under `/api/import`, and the sync's own address: preview, confirm, log, state and rows (SPEC §4, §8, §11). */
export const importEndpoints = [
  undoEndpoint,
  syncExportEndpoint,
  ...doorOf({ path: '/import/csv', kind: 'crm-csv', roles: ['admin'] }),
  ...doorOf({ path: '/import/icd-xlsx', kind: 'icd-xlsx', roles: ['admin', 'dak_mitarbeiter'] }),
  ...doorOf({ path: '/import/historical', kind: 'abrechnung-xlsx', roles: ['admin'] }),
  ...doorOf({ path: '/admin/excel-sync', kind: 'sync-xlsx', roles: ['admin'] }),
  defineEndpoint({
    path: '/import/log',
    method: 'get',
    roles: ['admin', 'dak_mitarbeiter'],
    query: importLogQuery,
    output: importLogOut,
    handle: ({ req, query }) => listImports({ req, query }),
  }),
  defineEndpoint({
    path: '/import/:id',
    method: 'get',
    roles: ['admin', 'dak_mitarbeiter'],
    params: idParams,
    output: importStateOut,
    handle: async ({ req, params }) =>
      importStateOf(await loadImport({ req, id: params.id }), languageOf(req)),
  }),
  defineEndpoint({
    path: '/import/:id/rows',
    method: 'get',
    roles: ['admin', 'dak_mitarbeiter'],
    params: idParams,
    query: importRowsQuery,
    output: importRowsOut,
    handle: async ({ req, params, query }) => pageOfRows(req, params.id, query),
  }),
  defineEndpoint({
    path: '/import/:id/errors',
    method: 'get',
    roles: ['admin', 'dak_mitarbeiter'],
    params: idParams,
    handle: async ({ req, params }) => fileResponse(await buildErrorFile({ req, id: params.id })),
  }),
]

/** Preview and confirm of one kind of file. */
function doorOf({ path, kind, roles }: { path: `/${string}`; kind: ImportSource; roles: readonly Role[] }) {
  return [
    defineEndpoint({
      path,
      method: 'post',
      roles,
      output: importPreviewOut,
      status: 201,
      handle: async ({ req }) => {
        const { items, ...preview } = await previewImport({ req, kind, ...(await readUpload(req)) })
        const shown = items.slice(0, previewedRows).map((item) => showPlanItem(item, languageOf(req)))
        return { ...preview, rows: shown }
      },
    }),
    defineEndpoint({
      path: `${path}/confirm`,
      method: 'post',
      roles,
      body: importConfirmIn,
      output: importResultOut,
      handle: async ({ req, body }) =>
        showResult(await confirmImport({ req, kind, ...body }), languageOf(req)),
    }),
  ]
}

async function pageOfRows(req: PayloadRequest, id: string, query: z.output<typeof importRowsQuery>) {
  const page = await loadImportRows({ req, id, query })
  return { ...page, docs: page.docs.map((item) => showPlanItem(item, languageOf(req))) }
}
