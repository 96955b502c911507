import { type Fallgruppe, fallgruppeKeys, fallgruppen } from '../cases/caseFields'
import type { Language } from '../language'

type Label = { de: string; en: string }

const totals = {
  erstberatungen: { de: 'Erstberatungen', en: 'Initial consultations' },
  unterlagen: { de: 'Unterlagen', en: 'Documents' },
  ablehnungen: { de: 'Ablehnung', en: 'Refusals' },
  keineRueckmeldung: { de: 'Keine Rückmeldung', en: 'No answer' },
  gutachten: { de: 'Gutachten', en: 'Expert opinions' },
  gutachtenAlternative: { de: 'Alternative', en: 'Alternatives' },
  gutachtenBestaetigung: { de: 'Bestätigung', en: 'Confirmations' },
} as const

const perGroup = {
  Anzahl: { de: 'Anzahl', en: 'Count' },
  Gutachten: { de: 'Gutachten', en: 'Expert opinions' },
  KeineRueckmeldungAblehnung: { de: 'Keine RM/Ablehnung', en: 'No answer or refusal' },
  Alternative: { de: 'Alternative', en: 'Alternatives' },
  Bestaetigung: { de: 'Bestätigung', en: 'Confirmations' },
} as const

const therapy = {
  taJa: { de: 'TA Ja', en: 'Change of therapy' },
  taNein: { de: 'TA Nein', en: 'No change of therapy' },
  taDiagnosekorrektur: { de: 'Diagnosekorrektur', en: 'Diagnosis corrected' },
  taUnterversorgung: { de: 'Unterversorgung', en: 'Undertreatment' },
  taUebertherapie: { de: 'Übertherapie', en: 'Overtreatment' },
} as const

type PerGroup = keyof typeof perGroup

/** A counted column of `yearly-summaries`. */
export type SummaryColumn = keyof typeof totals | `${Fallgruppe}${PerGroup}` | keyof typeof therapy

const labels = new Map<string, Label>([
  ...Object.entries(totals),
  ...fallgruppeKeys.flatMap((group) => groupEntries(group)),
  ...Object.entries(therapy),
])

/** The counted columns of a row of `yearly-summaries`, in the order of SPEC §2 (`jahr` and `kw` come before). */
export const summaryColumns = [...labels.keys()] as readonly SummaryColumn[]

/** Whether a field is a counted column of `yearly-summaries`. */
export function isSummaryColumn(field: string): field is SummaryColumn {
  return labels.has(field)
}

/** What a column is called; those of a group with the group's name. */
export function summaryColumnLabel({
  column,
  language,
}: {
  column: SummaryColumn
  language: Language
}): string {
  return labels.get(column)?.[language] ?? column
}

function groupEntries(group: Fallgruppe): [string, Label][] {
  return Object.entries(perGroup).map(([name, label]) => [
    `${group}${name}`,
    { de: `${fallgruppen[group].de}: ${label.de}`, en: `${fallgruppen[group].en}: ${label.en}` },
  ])
}
