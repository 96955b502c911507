import type { CatalogueEntry } from '../domain/icd/catalogue/catalogueEntry'

/** ICD catalogues as they are stored. */
export type CatalogueStore = {
  /** Puts the lines of a year's ICD catalogue in place of those that are there, all of them or none. */
  replaceIcdCatalogue(catalogue: StoredCatalogue & { entries: readonly CatalogueEntry[] }): Promise<void>
  /** The newest year that has an ICD catalogue and when it was stored; `null` when there is none. */
  newestIcdCatalogue(): Promise<StoredCatalogue | null>
  /** The lines of a year's ICD catalogue, in no order. */
  icdCatalogueEntries(year: number): Promise<CatalogueEntry[]>
}

/** The ICD catalogue of a year; `at`, an ISO instant, is when it was stored, and tells one version from another. */
export type StoredCatalogue = { year: number; at: string }
