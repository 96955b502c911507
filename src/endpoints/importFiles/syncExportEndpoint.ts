import { berlinDay } from '../../domain/calendar/berlinDay'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { buildSyncWorkbook } from '../../services/imports/buildSyncWorkbook'

/** `GET /api/admin/excel-sync`: every case in the accounting format, to be edited and brought back (SPEC §4, §8). */
export const syncExportEndpoint = defineEndpoint({
  door: 'GET /api/admin/excel-sync',
  handle: async ({ req }) =>
    fileResponse({
      bytes: await buildSyncWorkbook(req.payload),
      filename: `Abgleich_${berlinDay(new Date())}.xlsx`,
    }),
})
