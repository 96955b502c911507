/** The year in the name that BfArM gives a catalogue, `icd10gm2026syst_kodes.txt`; `null` where it has another name. */
export function catalogueYear(filename: string): number | null {
  const year = /icd10gm(\d{4})syst/i.exec(filename)?.[1]
  return year && isCatalogueYear(Number(year)) ? Number(year) : null
}

/** Whether a number can be the year of an ICD-10-GM, which there has been since 2004. */
export function isCatalogueYear(year: number): boolean {
  return Number.isInteger(year) && year >= 2004 && year <= 2199
}
