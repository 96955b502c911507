import type { CatalogueEntry } from '../../domain/icd/catalogue/catalogueEntry'
import type { NewCatalogue, StoredCatalogue } from '../catalogueStore'
import { insertAudit, insertDocuments } from './insertDocuments'
import type { MongoDatabase } from './mongoDatabase'

const slug = 'icd-catalogue'

/**
 * See `CaseStore.replaceIcdCatalogue`. Catalogues of a year share most of their codes, so of two that are stored at once
 * the unique index lets one through.
 */
export async function replaceIcdCatalogue({
  database,
  catalogue: { year, at, entries, audit },
}: {
  database: MongoDatabase
  catalogue: NewCatalogue
}): Promise<void> {
  const moment = new Date(at)
  await database.transaction(async (session) => {
    await database.collection(slug).deleteMany({ year }, { session })
    // Made anew for each attempt: the driver notes the ids it gives in the documents.
    const documents = entries.map((entry) => ({ ...entry, year, createdAt: moment, updatedAt: moment }))
    await insertDocuments({ database, session, slug, documents })
    await insertAudit({ database, session, audit })
  })
}

/** See `CaseStore.newestIcdCatalogue`. A catalogue is stored whole, so any of its lines tells when. */
export async function newestIcdCatalogue(database: MongoDatabase): Promise<StoredCatalogue | null> {
  const newest = await database.collection(slug).findOne({}, { sort: { year: -1 } })
  return newest ? { year: Number(newest.year), at: (newest.updatedAt as Date).toISOString() } : null
}

/** See `CaseStore.icdCatalogueEntries`. */
export async function icdCatalogueEntries({
  database,
  year,
}: {
  database: MongoDatabase
  year: number
}): Promise<CatalogueEntry[]> {
  const projection = { _id: 0, code: 1, title: 1, terminal: 1, usage: 1 }
  const documents = await database.collection(slug).find({ year }, { projection }).toArray()
  return documents as CatalogueEntry[]
}
