import { type CaseFieldName, caseFieldNames, caseFields } from '../../cases/caseFields'
import { titleKey } from '../workbook/titleKey'

/** What a column of the accounting workbook is: a case field, or a number that is read for other fields. */
export type AccountingColumn = CaseFieldName | 'lfdNr' | 'jahr'

/** The 39 columns in their order (SPEC §4); `Jahr` stands second in the sheet of several years only. */
export const accountingOrder: readonly AccountingColumn[] = [
  'lfdNr',
  'kw',
  'datum',
  'anrede',
  'nachname',
  'vorname',
  'geburtsdatum',
  'kvnr',
  'versicherung',
  'fallgruppe',
  'icd',
  'strasse',
  'hausnummer',
  'plz',
  'ort',
  'email',
  'telefon',
  'mobil',
  'ansprechpartner',
  'mitarbeiter',
  'kurzbeschreibung',
  'fragestellung',
  'evn',
  'unterlagen',
  'unterlagenVerschicktAm',
  'unterlagenErhaltenAm',
  'ablehnung',
  'abbruch',
  'abbruchAm',
  'gutachten',
  'gutachtenAm',
  'gutachtenTyp',
  'therapieaenderung',
  'taDiagnosekorrektur',
  'taUnterversorgung',
  'taUebertherapie',
  'abgerechnet',
  'abrechnungAm',
  'bemerkung',
]

const otherTitles = { lfdNr: ['Lfd. Nr.', 'Nr.', 'Lfd. Nummer', 'Laufende Nummer'], jahr: ['Jahr'] } as const

/** The title a column is written with. */
export function accountingTitle(column: AccountingColumn): string {
  if (column === 'lfdNr' || column === 'jahr') return otherTitles[column][0]
  return caseFields[column].column ?? caseFields[column].de
}

const columnsByTitle: ReadonlyMap<string, AccountingColumn> = new Map([
  ...caseFieldNames.flatMap((name) => titlesOf(name).map((title) => entryOf(title, name))),
  ...otherTitles.lfdNr.map((title) => entryOf(title, 'lfdNr')),
  ...otherTitles.jahr.map((title) => entryOf(title, 'jahr')),
])

/** The column of a title or one of its other names. */
export function columnOfTitle(title: string): AccountingColumn | undefined {
  return columnsByTitle.get(titleKey(title))
}

function titlesOf(name: CaseFieldName): readonly string[] {
  const { column, columnAliases = [] } = caseFields[name]
  return column === undefined ? [] : [column, ...columnAliases]
}

function entryOf(title: string, column: AccountingColumn): [string, AccountingColumn] {
  return [titleKey(title), column]
}
