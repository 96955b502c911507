import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { rowKey } from '../../domain/imports/rowKey'
import { acceptedResponse } from '../../lib/acceptedResponse'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { languageOf } from '../../lib/language'
import { readUpload } from '../../lib/readUpload'
import { buildErrorFile } from '../../services/imports/buildErrorFile'
import { confirmOrQueue } from '../../services/imports/confirmOrQueue'
import { listImports } from '../../services/imports/listImports'
import { loadImportRows } from '../../services/imports/loadImportRows'
import { loadImportState } from '../../services/imports/loadImportState'
import { previewImport } from '../../services/imports/previewImport'
import { recordDownload } from '../../services/recordDownload'
import {
  importConfirmIn,
  importLogOut,
  importLogQuery,
  importPreviewOut,
  importQueuedOut,
  importResultOut,
  importRowsOut,
  importRowsQuery,
  importStateOut,
} from './contract'
import { type ImportDoor, importDoors } from './importDoors'
import { planEndpoint } from './planEndpoint'
import { showPlanItem, showResult, showState } from './showImport'
import { syncExportEndpoint } from './syncExportEndpoint'
import { undoEndpoint } from './undoEndpoint'

const idParams = z.object({ id: z.string() })
const previewedRows = 100

/** Under `/api/import`, and the sync's own address: preview, plan, confirm, log, state and rows (SPEC §4, §8, §11). */
export const importEndpoints = [
  undoEndpoint,
  planEndpoint,
  syncExportEndpoint,
  ...importDoors.flatMap(doorOf),
  defineEndpoint({
    door: 'GET /api/import/log',
    query: importLogQuery,
    output: importLogOut,
    handle: ({ req, query }) => listImports({ req, query }),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id',
    params: idParams,
    output: importStateOut,
    handle: async ({ req, params }) =>
      showState(await loadImportState({ req, id: params.id }), languageOf(req)),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id/rows',
    params: idParams,
    query: importRowsQuery,
    output: importRowsOut,
    handle: async ({ req, params, query }) => pageOfRows(req, params.id, query),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id/errors',
    params: idParams,
    handle: async ({ req, params: { id } }) => {
      const file = await buildErrorFile({ req, id })
      const of = { collection: 'imports', id } as const
      await recordDownload({ req, file: 'errorFile', filename: file.filename, of })
      return fileResponse(file)
    },
  }),
]

/** Preview and confirm of one kind of file. */
function doorOf({ door, kind }: ImportDoor) {
  return [
    defineEndpoint({
      door,
      limit: { door: 'imports' },
      output: importPreviewOut,
      status: 201,
      handle: async ({ req }) => {
        const { items, ...preview } = await previewImport({ req, kind, ...(await readUpload(req)) })
        const shown = items
          .slice(0, previewedRows)
          .map((item) => showPlanItem({ item, language: languageOf(req) }))
        return { ...preview, rows: shown }
      },
    }),
    defineEndpoint({
      door: `${door}/confirm`,
      body: importConfirmIn,
      output: importResultOut,
      handle: async ({ req, body }) => {
        const outcome = await confirmOrQueue({ req, kind, ...body })
        if (outcome.status === 'applied') return showResult(outcome, languageOf(req))
        return acceptedResponse(importQueuedOut.parse(outcome))
      },
    }),
  ]
}

async function pageOfRows(
  req: PayloadRequest,
  id: string,
  { page, limit, warnings, ...filter }: z.output<typeof importRowsQuery>,
) {
  const found = await loadImportRows({
    req,
    id,
    page,
    limit,
    filter: { ...filter, isWarned: warnings !== undefined },
  })
  const { docs, amendments, beside, undone, ...rest } = found
  return {
    ...rest,
    docs: docs.map((item) => {
      const shown = showPlanItem({ item, language: languageOf(req), amendments, beside })
      const became = undone.get(rowKey(item))
      return became ? { ...shown, undone: became } : shown
    }),
  }
}
