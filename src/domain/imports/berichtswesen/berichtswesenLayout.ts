import { type Fallgruppe, fallgruppeKeys, fallgruppen } from '../../cases/caseFields'
import { type SummaryColumn, summaryColumnLabel } from '../../reports/summaryColumns'
import { titleKey } from '../workbook/titleKey'

/** What the columns of sheets 2 and 3 are grouped under. */
export type ColumnGroup = 'gesamt' | Fallgruppe

/** A counted column of a sheet: its heading, the titles it may have, and the column of `yearly-summaries` it counts. */
export type LayoutColumn = { group: ColumnGroup | null; titles: readonly string[]; field: SummaryColumn }

export type SheetLayout = { title: string; columns: readonly LayoutColumn[] }

const alternative = ['Alternative', 'Alternativen']
const bestaetigung = ['Bestätigung', 'Bestätigungen']

/** The four sheets of SPEC §6 that count weeks. What stands on several is taken from the first. */
export const countedSheets: readonly SheetLayout[] = [
  {
    title: 'Auswertung KW gesamt',
    columns: [
      plain('erstberatungen', 'Erstberatung'),
      plain('unterlagen'),
      plain('ablehnungen', 'Ablehnungen'),
      plain('keineRueckmeldung', 'Keine RM', 'Keine Rückmeldungen'),
      plain('gutachten'),
    ],
  },
  {
    title: 'Auswertung nach Fachgebieten',
    columns: fallgruppeKeys.flatMap((group): LayoutColumn[] => [
      { group, titles: ['Anzahl'], field: `${group}Anzahl` },
      { group, titles: ['Gutachten'], field: `${group}Gutachten` },
      {
        group,
        titles: ['Keine RM/Ablehnung', 'Keine Rückmeldung/Ablehnung'],
        field: `${group}KeineRueckmeldungAblehnung`,
      },
    ]),
  },
  {
    title: 'Auswertung Gutachten',
    columns: [
      { group: 'gesamt', titles: ['Gutachten'], field: 'gutachten' },
      { group: 'gesamt', titles: alternative, field: 'gutachtenAlternative' },
      { group: 'gesamt', titles: bestaetigung, field: 'gutachtenBestaetigung' },
      ...fallgruppeKeys.flatMap((group): LayoutColumn[] => [
        { group, titles: ['Gutachten'], field: `${group}Gutachten` },
        { group, titles: alternative, field: `${group}Alternative` },
        { group, titles: bestaetigung, field: `${group}Bestaetigung` },
      ]),
    ],
  },
  {
    title: 'Auswertung Therapieänderungen',
    columns: [
      plain('gutachten'),
      plain('taJa'),
      plain('taNein'),
      plain('taDiagnosekorrektur', 'Diagnosekorrekturen'),
      plain('taUnterversorgung', 'Unterversorgungen'),
      plain('taUebertherapie', 'Übertherapien'),
    ],
  },
]

/** The fifth sheet counts codes; it belongs to the workbook, and nothing is read from it. */
export const icdSheetTitle = 'Auswertung ICD onko'

/** The group that a heading names, by its word or key. */
export function groupOfHeading(heading: string): ColumnGroup | undefined {
  return groups.get(titleKey(heading))
}

/** A column as a person would look for it: `Onkologie: Anzahl`. */
export function layoutColumnTitle({ group, titles: [title = ''] }: LayoutColumn): string {
  if (group === null) return title
  return `${group === 'gesamt' ? 'Gesamt' : fallgruppen[group].de}: ${title}`
}

const groups: ReadonlyMap<string, ColumnGroup> = new Map([
  ['gesamt', 'gesamt'],
  ...fallgruppeKeys.flatMap((key): [string, ColumnGroup][] => [
    [titleKey(fallgruppen[key].de), key],
    [key, key],
  ]),
])

function plain(field: SummaryColumn, ...otherTitles: string[]): LayoutColumn {
  return {
    group: null,
    titles: [summaryColumnLabel({ column: field, language: 'de' }), ...otherTitles],
    field,
  }
}
