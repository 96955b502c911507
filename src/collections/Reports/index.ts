import { join } from 'node:path'
import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { analysesEndpoints } from '../../endpoints/analyses/endpoints'
import { reportEndpoints } from '../../endpoints/reports/endpoints'
import { doubtReportFile } from '../../hooks/doubtReportFile'
import { queueReportFileRemoval } from '../../hooks/queueReportFileRemoval'
import { serveReportFile } from '../../hooks/serveReportFile'
import { settleReportsOnDeletion } from '../../hooks/settleReportsOnDeletion'
import { dataFolders } from '../../lib/dataFolders'
import { xlsxMimeType } from '../../lib/xlsx/xlsxMimeType'

/** The generated workbooks. One current report a week; a new one replaces it and the old stays as a version. */
export function reports({ dataDir }: { dataDir: string }): CollectionConfig {
  return {
    slug: 'reports',
    labels: { singular: { de: 'Bericht', en: 'Report' }, plural: { de: 'Berichte', en: 'Reports' } },
    access: accessOf('reports'),
    admin: {
      hidden: hiddenFromPanel('reports'),
      useAsTitle: 'filename',
      defaultColumns: ['jahr', 'kw', 'version', 'isCurrent', 'generatedBy', 'generatedAt'],
    },
    defaultSort: '-generatedAt',
    endpoints: [...analysesEndpoints, ...reportEndpoints],
    hooks: {
      beforeDelete: [doubtReportFile],
      afterDelete: [settleReportsOnDeletion, queueReportFileRemoval],
    },
    upload: {
      // Payload itself neither writes, reads nor removes files there: see files/fileFolder.ts.
      staticDir: join(dataDir, dataFolders.reports),
      mimeTypes: [xlsxMimeType],
      bulkUpload: false,
      handlers: [serveReportFile],
    },
    fields: [
      { name: 'jahr', type: 'number', required: true, label: { de: 'Jahr', en: 'Year' } },
      { name: 'kw', type: 'number', required: true, label: { de: 'KW', en: 'Week' } },
      { name: 'version', type: 'number', required: true, label: { de: 'Version', en: 'Version' } },
      { name: 'isCurrent', type: 'checkbox', label: { de: 'Aktuell', en: 'Current' } },
      { name: 'data', type: 'json', label: { de: 'Blätter', en: 'Sheets' }, admin: { hidden: true } },
      { name: 'generatedBy', type: 'relationship', relationTo: 'users', label: { de: 'Von', en: 'By' } },
      {
        name: 'generatedAt',
        type: 'date',
        required: true,
        label: { de: 'Erzeugt am', en: 'Generated at' },
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      // The id of the run of the schedule that generated it; unique, so that a run has one report whatever happens. No
      // relationship, for GraphQL does not know the runs.
      { name: 'run', type: 'text', unique: true, admin: { hidden: true } },
    ],
    indexes: [{ fields: ['jahr', 'kw', 'version'], unique: true }],
  }
}
