import { berlinDay } from '../../domain/calendar/berlinDay'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { buildSyncWorkbook } from '../../services/imports/buildSyncWorkbook'
import { recordDownload } from '../../services/recordDownload'

/** `GET /api/admin/excel-sync`: every case in the accounting format, to be edited and brought back (SPEC §4, §8). */
export const syncExportEndpoint = defineEndpoint({
  door: 'GET /api/admin/excel-sync',
  title: { de: 'Alle Fälle als Arbeitsmappe zum Bearbeiten', en: 'Every case as a workbook, to be edited' },
  download: ['xlsx'],
  handle: async ({ req }) => {
    const filename = `Abgleich_${berlinDay(new Date())}.xlsx`
    const bytes = await buildSyncWorkbook(req.payload)
    await recordDownload({ req, file: 'syncWorkbook', filename })
    return { bytes, filename }
  },
})
