import { parseArgs } from 'node:util'
import { importFiles } from './importFiles'

/**
 * `npm run import-berichtswesen -- FILE …`: imports the Berichtswesen workbooks of earlier years. Exit code 1 when one
 * of them was not imported; the others are.
 */
const { positionals } = parseArgs({ allowPositionals: true })
if (positionals.length === 0) {
  console.error('npm run import-berichtswesen -- FILE …')
  process.exit(1)
}
await importFiles({ kind: 'berichtswesen-xlsx', files: positionals })
