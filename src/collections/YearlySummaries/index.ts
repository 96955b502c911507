import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { summaryColumnLabel, summaryColumns } from '../../domain/reports/summaryColumns'

/** The counts of earlier years, one row a week, for comparison where the cases themselves are not in the portal. */
export const YearlySummaries: CollectionConfig = {
  slug: 'yearly-summaries',
  labels: {
    singular: { de: 'Jahresübersicht', en: 'Yearly summary' },
    plural: { de: 'Jahresübersichten', en: 'Yearly summaries' },
  },
  access: accessOf('yearly-summaries'),
  admin: {
    hidden: hiddenFromPanel('yearly-summaries'),
    useAsTitle: 'jahr',
    defaultColumns: ['jahr', 'kw', 'erstberatungen', 'gutachten', 'source', 'generatedAt'],
  },
  defaultSort: ['-jahr', 'kw'],
  fields: [
    { name: 'jahr', type: 'number', required: true, min: 1900, max: 2199, label: { de: 'Jahr', en: 'Year' } },
    { name: 'kw', type: 'number', required: true, min: 1, max: 53, label: { de: 'KW', en: 'Week' } },
    ...summaryColumns.map((name) => ({
      name,
      label: {
        de: summaryColumnLabel({ column: name, language: 'de' }),
        en: summaryColumnLabel({ column: name, language: 'en' }),
      },
      type: 'number' as const,
      required: true,
      min: 0,
      defaultValue: 0,
    })),
    { name: 'source', type: 'text', label: { de: 'Herkunft', en: 'Source' } },
    { name: 'generatedAt', type: 'date', label: { de: 'Stand', en: 'As of' } },
  ],
  indexes: [{ fields: ['jahr', 'kw'], unique: true }],
}
