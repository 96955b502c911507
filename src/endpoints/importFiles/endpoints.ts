import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { rowKey } from '../../domain/imports/rowKey'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { languageOf } from '../../lib/language'
import { accepted } from '../../lib/otherAnswer'
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
    title: { de: 'Alle Importe, die neuesten zuerst', en: 'Every import, the newest first' },
    query: importLogQuery,
    output: importLogOut,
    handle: ({ req, query }) => listImports({ req, query }),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id',
    title: {
      de: 'Stand eines Imports, mit Fortschritt und Ergebnis',
      en: 'Where an import stands, with progress and result',
    },
    refuses: { 404: ['notFound'] },
    params: idParams,
    output: importStateOut,
    handle: async ({ req, params }) =>
      showState(await loadImportState({ req, id: params.id }), languageOf(req)),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id/rows',
    title: { de: 'Zeilen eines Imports, gefiltert', en: 'Rows of an import, filtered' },
    refuses: { 404: ['notFound'] },
    params: idParams,
    query: importRowsQuery,
    output: importRowsOut,
    handle: async ({ req, params, query }) => pageOfRows(req, params.id, query),
  }),
  defineEndpoint({
    door: 'GET /api/import/:id/errors',
    title: { de: 'Zeilen mit Fehlern, im Format der Datei', en: 'Rows in error, in the format of the file' },
    refuses: { 404: ['notFound'] },
    params: idParams,
    download: ['csv', 'xlsx'],
    handle: async ({ req, params: { id } }) => {
      const file = await buildErrorFile({ req, id })
      const of = { collection: 'imports', id } as const
      await recordDownload({ req, file: 'errorFile', filename: file.filename, of })
      return file
    },
  }),
]

/** Preview and confirm of one kind of file. */
function doorOf({ door, kind, title, file }: ImportDoor) {
  return [
    defineEndpoint({
      door,
      title: { de: `${title.de}: Vorschau`, en: `${title.en}: preview` },
      limit: { door: 'imports' },
      upload: [file],
      output: importPreviewOut,
      status: 201,
      handle: async ({ req, file: given }) => {
        const { items, ...preview } = await previewImport({ req, kind, ...given })
        const shown = items
          .slice(0, previewedRows)
          .map((item) => showPlanItem({ item, language: languageOf(req) }))
        return { ...preview, rows: shown }
      },
    }),
    defineEndpoint({
      door: `${door}/confirm`,
      title: { de: `${title.de}: übernehmen`, en: `${title.en}: apply` },
      body: importConfirmIn,
      output: importResultOut,
      others: { 202: importQueuedOut },
      refuses: {
        404: ['notFound'],
        409: ['importAlreadyApplied', 'importNotOpen', 'importBusy'],
        422: ['decisionRefused', 'correctionRefused', 'problem'],
      },
      handle: async ({ req, body }) => {
        const outcome = await confirmOrQueue({ req, kind, ...body })
        if (outcome.status === 'applied') return showResult(outcome, languageOf(req))
        return accepted(outcome)
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
