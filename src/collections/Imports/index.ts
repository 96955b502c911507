import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { importKindLabels, importStatusLabels } from '../../domain/imports/importLabels'
import { importKinds, importStatuses } from '../../domain/imports/importState'
import { jsonText } from '../../fields/jsonText'

/** The import log. An entry is made by the preview and stays; only the import services write it. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: { de: 'Import', en: 'Import' }, plural: { de: 'Importe', en: 'Imports' } },
  access: accessOf('imports'),
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'kind', 'status', 'created', 'skipped', 'failed', 'by', 'createdAt'],
    hidden: hiddenFromPanel('imports'),
  },
  defaultSort: '-createdAt',
  fields: [
    { name: 'filename', type: 'text', required: true, label: { de: 'Datei', en: 'File' } },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: importKinds.map((value) => ({ value, label: importKindLabels[value] })),
      label: { de: 'Art', en: 'Kind' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: importStatuses.map((value) => ({ value, label: importStatusLabels[value] })),
      label: { de: 'Status', en: 'Status' },
    },
    { name: 'total', type: 'number', label: { de: 'Zeilen', en: 'Rows' } },
    { name: 'created', type: 'number', label: { de: 'Angelegt', en: 'Created' } },
    { name: 'updated', type: 'number', label: { de: 'Geändert', en: 'Updated' } },
    { name: 'skipped', type: 'number', label: { de: 'Übersprungen', en: 'Skipped' } },
    { name: 'failed', type: 'number', label: { de: 'Fehler', en: 'Failed' } },
    jsonText({ name: 'counts', label: { de: 'Vorschau', en: 'Preview' } }),
    // What was decided and corrected in the preview, each by its row, and how often the plan was made anew.
    { name: 'decisions', type: 'json', admin: { hidden: true } },
    { name: 'corrections', type: 'json', admin: { hidden: true } },
    { name: 'planVersion', type: 'number', admin: { hidden: true } },
    // Why the last try to apply or to undo it came to nothing: codes and what their texts name.
    { name: 'failure', type: 'json', admin: { hidden: true } },
    { name: 'columns', type: 'json', admin: { hidden: true } },
    // How the file was written, so that the rows in error can be given back the same way.
    { name: 'format', type: 'json', admin: { hidden: true } },
    jsonText({ name: 'problems', label: { de: 'Probleme', en: 'Problems' } }),
    { name: 'by', type: 'relationship', relationTo: 'users', index: true, label: { de: 'Von', en: 'By' } },
    {
      name: 'appliedAt',
      type: 'date',
      label: { de: 'Übernommen am', en: 'Applied at' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'undoneAt',
      type: 'date',
      label: { de: 'Rückgängig gemacht am', en: 'Undone at' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'undoResult', type: 'json', admin: { hidden: true } },
    // When its rows were erased because of their age; it cannot be undone since.
    { name: 'rowsErasedAt', type: 'date', admin: { hidden: true } },
    // While an applied one is being undone.
    { name: 'isUndoing', type: 'checkbox', index: true, admin: { hidden: true } },
  ],
}
