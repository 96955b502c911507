import type { IcdCode } from '../icdCodes'

/** How a code may be used (§295 SGB V): P primary, O with a star, Z with an exclamation mark, V not at all. */
export const icdUsages = ['P', 'O', 'Z', 'V'] as const

export type IcdUsage = (typeof icdUsages)[number]

/** One line of ICD-10-GM's systematic list. */
export type CatalogueEntry = { code: IcdCode; title: string; terminal: boolean; usage: IcdUsage }

/** Whether a code can be entered without a warning (SPEC §3): terminal, and primary per §295. */
export function isEnterable({ terminal, usage }: Pick<CatalogueEntry, 'terminal' | 'usage'>): boolean {
  return terminal && usage === 'P'
}
