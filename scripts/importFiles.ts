import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { describeProblem } from '../src/domain/describeProblem'
import { countItems } from '../src/domain/imports/countItems'
import type { PlanItem } from '../src/domain/imports/planItem'
import { rowKey } from '../src/domain/imports/rowKey'
import { AppError } from '../src/lib/appError'
import { confirmImport } from '../src/services/imports/confirmImport'
import type { ImportSource } from '../src/services/imports/importSources'
import { previewImport } from '../src/services/imports/previewImport'
import { openPortal } from './openPortal'

class NoAdmin extends Error {}

/**
 * Imports files one after the other and says sheet by sheet what happens; possible duplicates are left out unless they
 * shall be created, and listed with the rows in error. Sets the exit code 1 when one of the files was not imported.
 */
export async function importFiles({
  kind,
  files,
  possible = 'skip',
}: {
  kind: ImportSource
  files: readonly string[]
  possible?: 'skip' | 'create'
}): Promise<void> {
  const { payload, close } = await openPortal()
  try {
    const req = await createLocalReq({ user: await oldestAdmin(payload) }, payload)
    Object.assign(req.i18n, { language: 'en' })
    for (const file of files) {
      await importFile({ req, kind, file, possible }).catch(sayFailure)
    }
  } catch (error) {
    sayFailure(error)
  } finally {
    await close()
  }
}

async function importFile({
  req,
  kind,
  file,
  possible,
}: {
  req: PayloadRequest
  kind: ImportSource
  file: string
  possible: 'skip' | 'create'
}): Promise<void> {
  const filename = basename(file)
  console.log(`Reading ${filename} …`)
  const { importId, items } = await previewImport({ req, kind, filename, bytes: readBytes(file) })
  for (const sheet of new Set(items.map((item) => item.sheet ?? ''))) sayPlan({ sheet, items })
  const open = items.filter(({ action }) => action === 'decide')
  const isCreated = possible === 'create'
  const decisions = isCreated ? Object.fromEntries(open.map((item) => [rowKey(item), 'create' as const])) : {}
  console.log('Storing …')
  const result = await confirmImport({ req, kind, importId, decisions, corrections: {} })
  const left = [...items.filter(({ action }) => action === 'error'), ...(isCreated ? [] : open)]
  for (const item of left) console.log(`  ${rowKey(item)}: ${reasonOf(item)}`)
  const { created, updated, skipped, failed } = result
  console.log(`${created} created, ${updated} updated, ${skipped} skipped, ${failed} in error.`)
}

function sayPlan({ sheet, items }: { sheet: string; items: readonly PlanItem[] }): void {
  const counts = countItems(items.filter((item) => (item.sheet ?? '') === sheet))
  const { total, create, update, skip, decide, error } = counts
  const known = update > 0 ? `${update} changed, ${skip} known` : `${skip} known`
  console.log(
    `${sheet}: ${total} rows – ${create} new, ${known}, ${decide} possible duplicates, ${error} in error`,
  )
}

/** What is wrong with a row, or what it may be the same as. */
function reasonOf({ problems, duplicateOf }: PlanItem): string {
  if (duplicateOf) return `possibly the same as ${duplicateOf.fallId ?? `row ${duplicateOf.row}`}; left out`
  return problems.map((problem) => describeProblem({ problem, language: 'en' })).join(' ')
}

/** The import log and the audit name who imported; from the command line it is the admin who was first. */
async function oldestAdmin(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { isActive: { equals: true } }] },
    sort: 'createdAt',
    limit: 1,
  })
  if (!docs[0]) throw new NoAdmin('There is no admin yet. Please run `npm run create-admin` first.')
  return { ...docs[0], collection: 'users' as const }
}

class Unreadable extends Error {}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

function sayFailure(error: unknown): void {
  const isExpected = error instanceof AppError || error instanceof NoAdmin || error instanceof Unreadable
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
}
