import { berlinDay } from '../../domain/calendar/berlinDay'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { fileResponse } from '../../lib/fileResponse'
import { buildSyncWorkbook } from '../../services/imports/buildSyncWorkbook'
import { recordDownload } from '../../services/recordDownload'

/** `GET /api/admin/excel-sync`: every case in the accounting format, to be edited and brought back (SPEC §4, §8). */
export const syncExportEndpoint = defineEndpoint({
  door: 'GET /api/admin/excel-sync',
  handle: async ({ req }) => {
    const filename = `Abgleich_${berlinDay(new Date())}.xlsx`
    const bytes = await buildSyncWorkbook(req.payload)
    await recordDownload({ req, file: 'syncWorkbook', filename })
    return fileResponse({ bytes, filename })
  },
})
