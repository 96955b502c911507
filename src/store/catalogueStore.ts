import type { AuditEntry } from '../domain/audit/auditEntry'
import type { CatalogueEntry } from '../domain/icd/catalogue/catalogueEntry'

/** ICD catalogues as they are stored. */
export type CatalogueStore = {
  /** Puts the lines of a year's ICD catalogue in place of those that are there, all of them with their audit entry or none. */
  replaceIcdCatalogue(catalogue: NewCatalogue): Promise<void>
  /** The newest year that has an ICD catalogue and when it was stored; `null` when there is none. */
  newestIcdCatalogue(): Promise<StoredCatalogue | null>
  /** The lines of a year's ICD catalogue, in no order. */
  icdCatalogueEntries(year: number): Promise<CatalogueEntry[]>
}

/** A catalogue that is to be stored, and what is written down of it. */
export type NewCatalogue = StoredCatalogue & {
  entries: readonly CatalogueEntry[]
  audit: readonly AuditEntry[]
}

/** The ICD catalogue of a year; `at`, an ISO instant, is when it was stored, and tells one version from another. */
export type StoredCatalogue = { year: number; at: string }
