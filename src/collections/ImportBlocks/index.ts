import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/**
 * The plan of an import in blocks of rows, so that a plan of 200,000 rows is neither one document nor as many.
 * Internal: read and written by the import services alone.
 */
export const ImportBlocks: CollectionConfig = {
  slug: 'import-blocks',
  access: accessOf('import-blocks'),
  admin: { hidden: hiddenFromPanel('import-blocks') },
  graphQL: false,
  timestamps: false,
  indexes: [{ fields: ['import', 'position'], unique: true }],
  fields: [
    { name: 'import', type: 'relationship', relationTo: 'imports', required: true, index: true },
    { name: 'position', type: 'number', required: true },
    { name: 'sheet', type: 'text' },
    { name: 'counts', type: 'json', required: true },
    { name: 'digest', type: 'text' },
    { name: 'rows', type: 'json', required: true },
    { name: 'items', type: 'json', required: true },
    // What undoing needs: the cases as they were before the rows and as the rows left them.
    { name: 'undo', type: 'json' },
    // What became of the rows when it was undone.
    { name: 'undone', type: 'json' },
  ],
}
