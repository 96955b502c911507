import type { CatalogueEntry } from '../../domain/icd/catalogue/catalogueEntry'

import type { NewCatalogue, StoredCatalogue } from '../catalogueStore'
import { newId } from '../newId'
import { insertAudit } from './insertAudit'

import { type FieldsOf, insertRows } from './insertRows'
import type { SqliteDatabase } from './sqliteDatabase'

/** See `CaseStore.replaceIcdCatalogue`. */
export async function replaceIcdCatalogue({
  database,
  catalogue: { year, at, entries, audit },
}: {
  database: SqliteDatabase
  catalogue: NewCatalogue
}): Promise<void> {
  const fields: FieldsOf<CatalogueEntry> = {
    id: newId,
    code: ({ code }) => code,
    title: ({ title }) => title,
    terminal: ({ terminal }) => terminal,
    usage: ({ usage }) => usage,
    year: () => year,
    createdAt: () => at,
    updatedAt: () => at,
  }
  await database.writeTogether([
    { sql: 'delete from icd_catalogue where year = ?', args: [year] },
    ...insertRows({ database, table: 'icd_catalogue', fields, rows: entries }),
    ...insertAudit({ database, audit }),
  ])
}

/** See `CaseStore.newestIcdCatalogue`. A catalogue is stored whole, so any of its lines tells when. */
export async function newestIcdCatalogue(database: SqliteDatabase): Promise<StoredCatalogue | null> {
  const { rows } = await database.query(
    'select year, updated_at as at from icd_catalogue order by year desc limit 1',
  )
  return rows[0] ? { year: Number(rows[0].year), at: String(rows[0].at) } : null
}

/** See `CaseStore.icdCatalogueEntries`. One row for all lines, for a row costs the client more than reading it. */
export async function icdCatalogueEntries({
  database,
  year,
}: {
  database: SqliteDatabase
  year: number
}): Promise<CatalogueEntry[]> {
  const { rows } = await database.query(
    `select json_group_array(json_array(code, title, terminal, "usage")) as lines
       from icd_catalogue where year = ?`,
    [year],
  )
  const lines: [CatalogueEntry['code'], string, number, CatalogueEntry['usage']][] = JSON.parse(
    String(rows[0]?.lines),
  )
  return lines.map(([code, title, terminal, usage]) => ({ code, title, terminal: terminal === 1, usage }))
}
