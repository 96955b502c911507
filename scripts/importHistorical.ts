import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createLocalReq, type PayloadRequest } from 'payload'
import { describeProblem } from '../src/domain/describeProblem'
import { countItems } from '../src/domain/imports/countItems'
import type { PlanItem } from '../src/domain/imports/planItem'
import { rowKey } from '../src/domain/imports/rowKey'
import { AppError } from '../src/lib/appError'
import { confirmImport } from '../src/services/imports/confirmImport'
import { previewImport } from '../src/services/imports/previewImport'
import { openPortal } from './openPortal'

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
const bytes = readBytes(file)

class NoAdmin extends Error {}

const { payload, close } = await openPortal()
try {
  const req = await createLocalReq({ user: await oldestAdmin() }, payload)
  Object.assign(req.i18n, { language: 'en' })
  await importFile({ req, filename: basename(file), bytes })
} catch (error) {
  console.error(error instanceof AppError || error instanceof NoAdmin ? error.message : error)
  process.exitCode = 1
} finally {
  await close()
}

async function importFile({
  req,
  filename,
  bytes,
}: {
  req: PayloadRequest
  filename: string
  bytes: Uint8Array
}) {
  console.log(`Reading ${filename} …`)
  const kind = 'abrechnung-xlsx'
  const { importId, items } = await previewImport({ req, kind, filename, bytes })
  for (const sheet of new Set(items.map((item) => item.sheet ?? ''))) {
    const { total, create, skip, decide, error } = countItems(items.filter((item) => item.sheet === sheet))
    console.log(
      `${sheet}: ${total} rows – ${create} new, ${skip} known, ${decide} possible duplicates, ${error} in error`,
    )
  }
  const open = items.filter(({ action }) => action === 'decide')
  const decisions = values.possible
    ? Object.fromEntries(open.map((item) => [rowKey(item), 'create' as const]))
    : {}
  console.log('Storing …')
  const result = await confirmImport({ req, kind, importId, decisions, corrections: {} })
  for (const item of [
    ...items.filter(({ action }) => action === 'error'),
    ...(values.possible ? [] : open),
  ]) {
    console.log(`  ${rowKey(item)}: ${reasonOf(item)}`)
  }
  console.log(
    `${result.created} created, ${result.updated} updated, ${result.skipped} skipped, ${result.failed} in error.`,
  )
}

/** What is wrong with a row, or what it may be the same as. */
function reasonOf({ problems, duplicateOf }: PlanItem): string {
  if (duplicateOf) return `possibly the same as ${duplicateOf.fallId ?? `row ${duplicateOf.row}`}; left out`
  return problems.map((problem) => describeProblem({ problem, language: 'en' })).join(' ')
}

/** The import log and the audit name who imported; from the command line it is the admin who was first. */
async function oldestAdmin() {
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { isActive: { equals: true } }] },
    sort: 'createdAt',
    limit: 1,
  })
  if (!docs[0]) throw new NoAdmin('There is no admin yet. Please run `npm run create-admin` first.')
  return { ...docs[0], collection: 'users' as const }
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
