import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createLocalReq } from 'payload'
import { AppError } from '../src/lib/appError'
import { importIcdCatalogue } from '../src/services/icd/importIcdCatalogue'
import { openPortal } from './openPortal'

/**
 * `npm run import-icd-catalogue -- FILE [--year YYYY]`: puts BfArM's `icd10gmYYYYsyst_kodes.txt` in place of the
 * catalogue of its year. Exit code 1 when nothing was stored.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { year: { type: 'string' } } })
const [file] = positionals
if (!file || positionals.length > 1 || (values.year !== undefined && !/^\d{4}$/.test(values.year))) {
  console.error('npm run import-icd-catalogue -- FILE [--year YYYY]')
  process.exit(1)
}
const bytes = readBytes(file)

const { payload, close } = await openPortal()
try {
  const req = await createLocalReq({}, payload)
  Object.assign(req.i18n, { language: 'en' })
  console.log(`Reading ${basename(file)} …`)
  const year = values.year === undefined ? undefined : Number(values.year)
  const stored = await importIcdCatalogue({ req, filename: basename(file), bytes, year })
  console.log(
    `ICD-10-GM ${stored.year}: ${stored.total} codes stored, ${stored.terminal} of them terminal; ` +
      `${stored.enterable} can be entered without a warning.`,
  )
} catch (error) {
  console.error(error instanceof AppError ? error.message : error)
  process.exitCode = 1
} finally {
  await close()
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
