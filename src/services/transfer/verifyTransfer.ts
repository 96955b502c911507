import { createHash } from 'node:crypto'
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { isDeepEqual } from '../../domain/audit/isDeepEqual'
import { orderedKeys } from '../../domain/orderedKeys'
import { documentPages, type StoredDocument } from '../../store/documentPages'
import { carriedDocuments, carriedId } from '../../store/mongo/carriedDocuments'
import { carriedCollections, type Transfer } from './carried'
import { comparableDocument } from './comparableDocument'

/** What a collection or global came to on both databases: how many documents, and a SHA-256 of all of them in order. */
export type Verified = { name: string; count: number; sha256: string }

/** What is not the same on both, in a sentence without values. */
export type Difference = { difference: string }

/**
 * Reads everything on both databases as the portal does there and compares it, document by document. Answers with the
 * counts and digests, or with the first difference.
 */
export async function verifyTransfer(transfer: Transfer): Promise<Verified[] | Difference> {
  const verified: Verified[] = []
  for (const slug of carriedCollections(transfer.from)) {
    const found = await verifyCollection({ ...transfer, slug })
    if ('difference' in found) return found
    verified.push(found)
  }
  for (const { slug, flattenedFields } of transfer.from.config.globals) {
    const found = await verifyGlobal({ ...transfer, slug, fields: flattenedFields })
    if ('difference' in found) return found
    verified.push(found)
  }
  return verified
}

async function verifyCollection({
  from,
  to,
  slug,
  say,
}: Transfer & { slug: CollectionSlug }): Promise<Verified | Difference> {
  const fields = from.collections[slug].config.flattenedFields
  const { totalDocs: total } = await from.db.count({ collection: slug, where: {} })
  const stored = await carriedDocuments(to).count(slug)
  if (stored !== total) return { difference: `${slug} has ${total} documents, but ${stored} in the target.` }
  const hash = createHash('sha256')
  let done = 0
  for await (const documents of documentPages({ payload: from, slug })) {
    const found = await documentsOf({
      payload: to,
      slug,
      ids: documents.map(({ id }) => carriedId({ slug, id })),
    })
    for (const document of documents) {
      const id = carriedId({ slug, id: document.id })
      const expected = comparableDocument({ fields, document })
      const different = differenceOf({ fields, expected, found: found.get(id) })
      if (different) return { difference: `${slug} ${id}: ${different}` }
      hash.update(`${id} ${JSON.stringify(orderedKeys(expected))}\n`)
    }
    done += documents.length
    say({ step: 'verified', collection: slug, done, total })
  }
  return { name: slug, count: done, sha256: hash.digest('hex') }
}

async function verifyGlobal({
  from,
  to,
  slug,
  fields,
}: Transfer & { slug: string; fields: readonly FlattenedField[] }): Promise<Verified | Difference> {
  const [document, found] = await Promise.all(
    [from, to].map((payload) => payload.db.findGlobal<Record<string, unknown>>({ slug })),
  )
  const expected = comparableDocument({ fields, document: document ?? {} })
  const different = differenceOf({ fields, expected, found: found ?? {} })
  if (different) return { difference: `${slug}: ${different}` }
  const sha256 = createHash('sha256')
    .update(JSON.stringify(orderedKeys(expected)))
    .digest('hex')
  return { name: slug, count: document?.id ? 1 : 0, sha256 }
}

type Asking = { payload: Payload; slug: CollectionSlug; ids: string[] }

async function documentsOf({ payload, slug, ids }: Asking): Promise<Map<string, StoredDocument>> {
  const { docs } = await payload.db.find<StoredDocument>({
    collection: slug,
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map((document) => [document.id, document]))
}

type Comparing = {
  fields: readonly FlattenedField[]
  expected: Record<string, unknown>
  found: Readonly<Record<string, unknown>> | undefined
}

/** Which fields differ, without their values, which may be of patients; `null` for none. */
function differenceOf({ fields, expected, found }: Comparing): string | null {
  if (!found) return 'is missing in the target.'
  const there = comparableDocument({ fields, document: found })
  const names = new Set([...Object.keys(expected), ...Object.keys(there)])
  const different = [...names].filter((name) => !isDeepEqual(expected[name], there[name]))
  return different.length > 0 ? `differs in ${different.join(', ')}.` : null
}
