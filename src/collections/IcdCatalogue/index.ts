import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { type IcdUsage, icdUsages } from '../../domain/icd/catalogue/catalogueEntry'
import { icdCatalogueEndpoints } from '../../endpoints/icdCatalogue/endpoints'

const usageLabels = {
  P: { de: 'P – primär', en: 'P – primary' },
  O: { de: 'O – nur mit Stern', en: 'O – with a star only' },
  Z: { de: 'Z – nur mit Ausrufezeichen', en: 'Z – with an exclamation mark only' },
  V: { de: 'V – nicht zur Verschlüsselung', en: 'V – not for coding' },
} satisfies Record<IcdUsage, { de: string; en: string }>

/** ICD-10-GM as BfArM publishes it, a row a code and year; written by its import alone, a year at a time. */
export const IcdCatalogue: CollectionConfig = {
  slug: 'icd-catalogue',
  labels: {
    singular: { de: 'ICD-10-GM-Code', en: 'ICD-10-GM code' },
    plural: { de: 'ICD-10-GM-Katalog', en: 'ICD-10-GM catalogue' },
  },
  access: accessOf('icd-catalogue'),
  admin: {
    hidden: hiddenFromPanel('icd-catalogue'),
    useAsTitle: 'code',
    defaultColumns: ['code', 'title', 'terminal', 'usage', 'year'],
    listSearchableFields: ['code', 'title'],
    description: {
      de: 'Wird aus der Datei des BfArM gefüllt: npm run import-icd-catalogue -- icd10gmJJJJsyst_kodes.txt',
      en: 'Filled from BfArM’s file: npm run import-icd-catalogue -- icd10gmYYYYsyst_kodes.txt',
    },
  },
  defaultSort: ['-year', 'code'],
  endpoints: icdCatalogueEndpoints,
  fields: [
    { name: 'code', type: 'text', required: true, label: { de: 'Code', en: 'Code' } },
    { name: 'title', type: 'text', required: true, label: { de: 'Titel', en: 'Title' } },
    { name: 'terminal', type: 'checkbox', required: true, label: { de: 'Endständig', en: 'Terminal' } },
    {
      name: 'usage',
      type: 'select',
      required: true,
      options: icdUsages.map((value) => ({ value, label: usageLabels[value] })),
      label: { de: 'Verwendung (§ 295)', en: 'Use (§ 295)' },
    },
    { name: 'year', type: 'number', required: true, label: { de: 'Jahr', en: 'Year' } },
  ],
  // The year first: it also leads to the newest catalogue and to all lines of one.
  indexes: [{ fields: ['year', 'code'], unique: true }],
}
