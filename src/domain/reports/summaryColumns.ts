import { fallgruppeKeys } from '../cases/caseFields'

const totals = [
  'erstberatungen',
  'unterlagen',
  'ablehnungen',
  'keineRueckmeldung',
  'gutachten',
  'gutachtenAlternative',
  'gutachtenBestaetigung',
] as const

const perGroup = ['Anzahl', 'Gutachten', 'KeineRueckmeldungAblehnung', 'Alternative', 'Bestaetigung'] as const

const therapy = ['taJa', 'taNein', 'taDiagnosekorrektur', 'taUnterversorgung', 'taUebertherapie'] as const

/** The counted columns of a row of `yearly-summaries`, in the order of SPEC §2 (`jahr` and `kw` come before). */
export const summaryColumns: readonly string[] = [
  ...totals,
  ...fallgruppeKeys.flatMap((gruppe) => perGroup.map((column) => `${gruppe}${column}`)),
  ...therapy,
]
