import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { CaseValues } from '../../domain/cases/caseValues'
import { hauptgruppe, readIcdCodes } from '../../domain/icd/icdCodes'
import type { NotificationEvent } from '../../domain/notifications/notificationTypes'
import { newId } from '../newId'
import type { MongoDatabase, MongoSession } from './mongoDatabase'

const documentsPerInsert = 1_000

type Transaction = {
  database: MongoDatabase
  session: MongoSession
  /** Hears how many documents were written. */
  wrote?: (count: number) => void
}

/** Inserts documents in blocks, within a transaction; those without an id get one. */
export async function insertDocuments({
  database,
  session,
  slug,
  documents,
  wrote,
}: Transaction & { slug: string; documents: Record<string, unknown>[] }): Promise<void> {
  for (let start = 0; start < documents.length; start += documentsPerInsert) {
    const block = documents
      .slice(start, start + documentsPerInsert)
      .map((document) => ({ _id: newId(), ...document }))
    await database.collection(slug).insertMany(block, { session, ordered: true })
    wrote?.(block.length)
  }
}

/** Inserts the codes of cases, of those whose `icd` is spoken of. */
export async function insertIcdCodes({
  cases,
  ...transaction
}: Transaction & { cases: readonly { id: string; values: CaseValues }[] }): Promise<void> {
  const documents = cases.flatMap(({ id, values }) => {
    const codes = typeof values.icd === 'string' ? readIcdCodes(values.icd) : null
    if (!codes?.ok) return []
    return codes.value.map((code) => ({ case: id, code, hauptgruppe: hauptgruppe(code) }))
  })
  await insertDocuments({ ...transaction, slug: 'icd-codes', documents })
}

/** Inserts audit entries. */
export async function insertAudit({
  audit,
  ...transaction
}: Transaction & { audit: readonly AuditEntry[] }): Promise<void> {
  const documents = audit.map((entry) => ({ ...entry, at: new Date(entry.at) }))
  await insertDocuments({ ...transaction, slug: 'audit-log', documents })
}

/** Notes something to be told. */
export async function insertEvent({
  event,
  ...transaction
}: Transaction & { event?: NotificationEvent | null }): Promise<void> {
  if (!event) return
  const { related, ...told } = event
  const document = {
    ...told,
    relatedCollection: related?.collection ?? null,
    relatedId: related?.id ?? null,
    at: new Date(event.at),
  }
  await insertDocuments({ ...transaction, slug: 'notification-events', documents: [document] })
}
