import type { Problem } from '../../problem'
import { readIcdCodes } from '../icdCodes'
import type { CatalogueEntry } from './catalogueEntry'

/** What a catalogue knows of a code: enough to warn of it. */
export type IcdLookup = {
  year: number
  find(code: string): Pick<CatalogueEntry, 'terminal' | 'usage'> | undefined
}

/**
 * Warns of the codes of a text that a catalogue does not know, that are not terminal, or not primary (SPEC §3); one
 * warning a code, the first that holds. Without a catalogue, and of a text that is no codes, there is none.
 */
export function checkIcdCodes({ icd, catalogue }: { icd: unknown; catalogue: IcdLookup | null }): Problem[] {
  if (!catalogue || typeof icd !== 'string') return []
  const codes = readIcdCodes(icd)
  return codes.ok ? codes.value.flatMap((code) => warningsOf({ code, catalogue })) : []
}

function warningsOf({ code, catalogue }: { code: string; catalogue: IcdLookup }): Problem[] {
  const entry = catalogue.find(code)
  const warning = { level: 'warning', field: 'icd', value: code } as const
  const { year } = catalogue
  if (!entry) return [{ ...warning, code: 'icdUnknown', params: { year } }]
  if (!entry.terminal) return [{ ...warning, code: 'icdNotTerminal', params: { year } }]
  if (entry.usage === 'P') return []
  return [{ ...warning, code: 'icdNotPrimary', params: { year, usage: entry.usage } }]
}
