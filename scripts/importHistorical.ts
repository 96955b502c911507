import { parseArgs } from 'node:util'
import { importFiles } from './importFiles'

/**
 * `npm run import-historical -- FILE [--possible create]`: imports an accounting workbook. Says sheet by sheet what
 * happens, leaves possible duplicates out unless told, and lists them with the rows in error. Exit code 1 when
 * nothing was imported.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { possible: { type: 'string' } },
})
const [file] = positionals
if (!file || (values.possible !== undefined && values.possible !== 'create')) {
  console.error('npm run import-historical -- FILE [--possible create]')
  process.exit(1)
}
await importFiles({ kind: 'abrechnung-xlsx', files: [file], possible: values.possible ?? 'skip' })
