/**
 * The one table of case fields (SPEC §2 and §4). Collection, hooks, Excel mappings, import correction, audit
 * labels and form tabs are read from it: a new case field is one line here.
 */
export const caseGroups = {
  fall: { de: 'Fall', en: 'Case' },
  person: { de: 'Person', en: 'Person' },
  kontakt: { de: 'Kontakt', en: 'Contact' },
  anfrage: { de: 'Anfrage', en: 'Request' },
  verlauf: { de: 'Verlauf', en: 'Course' },
  gutachten: { de: 'Gutachten', en: 'Expert opinion' },
  icd: { de: 'ICD', en: 'ICD' },
  abrechnung: { de: 'Abrechnung', en: 'Billing' },
  intern: { de: 'Intern', en: 'Internal' },
} as const

export const fallgruppen = {
  onko: { de: 'Onkologie', en: 'Oncology' },
  kardio: { de: 'Kardiologie', en: 'Cardiology' },
  intensiv: { de: 'Intensivmedizin', en: 'Intensive care' },
  galle: { de: 'Gallenblase', en: 'Gallbladder' },
  sd: { de: 'Schilddrüse', en: 'Thyroid' },
} as const

const quellen = {
  crm: { de: 'CRM', en: 'CRM' },
  abrechnung: { de: 'Abrechnung', en: 'Billing workbook' },
  sync: { de: 'Abgleich', en: 'Sync' },
  manuell: { de: 'Von Hand', en: 'Manual' },
} as const

const gutachtenTypen = {
  bestaetigung: { de: 'Bestätigung', en: 'Confirmation' },
  alternative: { de: 'Alternative', en: 'Alternative' },
} as const

const therapieaenderungen = {
  ja: { de: 'Ja', en: 'Yes' },
  nein: { de: 'Nein', en: 'No' },
} as const

/**
 * How a value of the field is written and checked.
 * `day` is a calendar day `YYYY-MM-DD` without time; `moment` an ISO instant; `user` and `import` are ids.
 */
export type CaseFieldKind =
  | 'text'
  | 'longText'
  | 'richText'
  | 'day'
  | 'moment'
  | 'boolean'
  | 'number'
  | 'choice'
  | 'email'
  | 'plz'
  | 'kvnr'
  | 'icd'
  | 'user'
  | 'import'

type Label = { readonly de: string; readonly en: string }

export type CaseFieldDefinition = {
  readonly kind: CaseFieldKind
  readonly group: keyof typeof caseGroups
  readonly de: string
  readonly en: string
  readonly isRequired?: true
  /** Set by the rules, never by a person or a file. */
  readonly isDerived?: true
  readonly options?: Readonly<Record<string, Label>>
  /** Column title in the accounting workbook, `Abrechnung_DAK.xlsx`, and titles also accepted for it. */
  readonly column?: string
  readonly columnAliases?: readonly string[]
  readonly isIndexed?: true
  readonly isUnique?: true
}

const caseFieldTable = {
  fallId: { kind: 'text', group: 'fall', de: 'Fall-ID', en: 'Case ID', isDerived: true, isUnique: true },
  crmTicketId: { kind: 'text', group: 'fall', de: 'CRM-Ticket', en: 'CRM ticket', isIndexed: true },
  jahr: { kind: 'number', group: 'fall', de: 'Jahr', en: 'Year', isDerived: true },
  kw: { kind: 'number', group: 'fall', de: 'KW', en: 'Week', isDerived: true, column: 'KW' },
  datum: {
    kind: 'day',
    group: 'fall',
    de: 'Datum',
    en: 'Date',
    isRequired: true,
    column: 'Datum',
  },
  fallgruppe: {
    kind: 'choice',
    group: 'fall',
    de: 'Fallgruppe',
    en: 'Case group',
    isRequired: true,
    options: fallgruppen,
    column: 'Fallgruppe',
  },
  modul: { kind: 'text', group: 'fall', de: 'Modul', en: 'Module' },
  thema: { kind: 'text', group: 'fall', de: 'Thema', en: 'Topic' },
  mitarbeiter: { kind: 'text', group: 'fall', de: 'Mitarbeiter', en: 'Staff member', column: 'Mitarbeiter' },
  quelle: { kind: 'choice', group: 'fall', de: 'Quelle', en: 'Source', options: quellen },
  import: { kind: 'import', group: 'fall', de: 'Import', en: 'Import', isDerived: true },

  anrede: { kind: 'text', group: 'person', de: 'Anrede', en: 'Salutation', column: 'Anrede' },
  titel: { kind: 'text', group: 'person', de: 'Titel', en: 'Title' },
  nachname: {
    kind: 'text',
    group: 'person',
    de: 'Nachname',
    en: 'Last name',
    isRequired: true,
    column: 'Nachname',
  },
  vorname: { kind: 'text', group: 'person', de: 'Vorname', en: 'First name', column: 'Vorname' },
  geburtsdatum: {
    kind: 'day',
    group: 'person',
    de: 'Geburtsdatum',
    en: 'Date of birth',
    column: 'Geburtsdatum',
    columnAliases: ['Geb.-Datum'],
  },
  kvnr: {
    kind: 'kvnr',
    group: 'person',
    de: 'KVNR',
    en: 'Insurance number',
    isIndexed: true,
    column: 'KVNR',
  },
  versicherung: {
    kind: 'text',
    group: 'person',
    de: 'Versicherung',
    en: 'Insurance',
    column: 'Versicherung',
  },

  strasse: {
    kind: 'text',
    group: 'kontakt',
    de: 'Straße',
    en: 'Street',
    column: 'Straße',
    columnAliases: ['Strasse'],
  },
  hausnummer: {
    kind: 'text',
    group: 'kontakt',
    de: 'Hausnummer',
    en: 'House number',
    column: 'Hausnummer',
    columnAliases: ['Hausnr.'],
  },
  plz: { kind: 'plz', group: 'kontakt', de: 'PLZ', en: 'Postcode', column: 'PLZ' },
  ort: { kind: 'text', group: 'kontakt', de: 'Ort', en: 'City', column: 'Ort' },
  email: {
    kind: 'email',
    group: 'kontakt',
    de: 'E-Mail',
    en: 'E-mail',
    column: 'E-Mail',
    columnAliases: ['Email'],
  },
  telefon: {
    kind: 'text',
    group: 'kontakt',
    de: 'Telefon',
    en: 'Telephone',
    column: 'Telefon',
    columnAliases: ['Tel.'],
  },
  mobil: { kind: 'text', group: 'kontakt', de: 'Mobil', en: 'Mobile', column: 'Mobil' },
  ansprechpartner: {
    kind: 'text',
    group: 'kontakt',
    de: 'Ansprechpartner',
    en: 'Contact person',
    column: 'Ansprechpartner',
  },
  ansprechpartnerTelefon: {
    kind: 'text',
    group: 'kontakt',
    de: 'Telefon Ansprechpartner',
    en: 'Contact person telephone',
  },

  kurzbeschreibung: {
    kind: 'longText',
    group: 'anfrage',
    de: 'Kurzbeschreibung',
    en: 'Short description',
    column: 'Kurzbeschreibung',
  },
  fragestellung: {
    kind: 'longText',
    group: 'anfrage',
    de: 'Fragestellung',
    en: 'Question',
    column: 'Fragestellung',
  },
  evn: { kind: 'boolean', group: 'anfrage', de: 'EVN (Einverständnis)', en: 'Consent (EVN)', column: 'EVN' },

  unterlagen: { kind: 'boolean', group: 'verlauf', de: 'Unterlagen', en: 'Documents', column: 'Unterlagen' },
  unterlagenVerschicktAm: {
    kind: 'day',
    group: 'verlauf',
    de: 'Unterlagen verschickt am',
    en: 'Documents sent on',
    column: 'Unterlagen verschickt am',
  },
  unterlagenErhaltenAm: {
    kind: 'day',
    group: 'verlauf',
    de: 'Unterlagen erhalten am',
    en: 'Documents received on',
    column: 'Unterlagen erhalten am',
  },
  ablehnung: { kind: 'boolean', group: 'verlauf', de: 'Ablehnung', en: 'Refusal', column: 'Ablehnung' },
  abbruch: { kind: 'boolean', group: 'verlauf', de: 'Abbruch', en: 'Abandoned', column: 'Abbruch' },
  abbruchAm: { kind: 'day', group: 'verlauf', de: 'Abbruch am', en: 'Abandoned on', column: 'Abbruch am' },

  gutachten: {
    kind: 'boolean',
    group: 'gutachten',
    de: 'Gutachten',
    en: 'Expert opinion',
    column: 'Gutachten',
  },
  gutachtenAm: {
    kind: 'day',
    group: 'gutachten',
    de: 'Gutachten am',
    en: 'Opinion on',
    column: 'Gutachten am',
  },
  gutachtenTyp: {
    kind: 'choice',
    group: 'gutachten',
    de: 'Gutachtentyp',
    en: 'Opinion type',
    options: gutachtenTypen,
    column: 'Gutachtentyp',
  },
  therapieaenderung: {
    kind: 'choice',
    group: 'gutachten',
    de: 'Therapieänderung',
    en: 'Change of therapy',
    options: therapieaenderungen,
    column: 'Therapieänderung',
    columnAliases: ['Therapieaenderung'],
  },
  taDiagnosekorrektur: {
    kind: 'boolean',
    group: 'gutachten',
    de: 'Diagnosekorrektur',
    en: 'Diagnosis corrected',
    column: 'Diagnosekorrektur',
  },
  taUnterversorgung: {
    kind: 'boolean',
    group: 'gutachten',
    de: 'Unterversorgung',
    en: 'Undertreatment',
    column: 'Unterversorgung',
  },
  taUebertherapie: {
    kind: 'boolean',
    group: 'gutachten',
    de: 'Übertherapie',
    en: 'Overtreatment',
    column: 'Übertherapie',
    columnAliases: ['Uebertherapie'],
  },
  codiertVon: { kind: 'user', group: 'gutachten', de: 'Codiert von', en: 'Coded by', isDerived: true },
  codiertAm: { kind: 'moment', group: 'gutachten', de: 'Codiert am', en: 'Coded at', isDerived: true },

  icd: {
    kind: 'icd',
    group: 'icd',
    de: 'ICD',
    en: 'ICD',
    column: 'ICD',
    columnAliases: ['ICD-10'],
  },
  icdEingegebenVon: {
    kind: 'user',
    group: 'icd',
    de: 'ICD eingegeben von',
    en: 'ICD entered by',
    isDerived: true,
  },
  icdEingegebenAm: {
    kind: 'moment',
    group: 'icd',
    de: 'ICD eingegeben am',
    en: 'ICD entered at',
    isDerived: true,
  },

  abgerechnet: {
    kind: 'boolean',
    group: 'abrechnung',
    de: 'Abgerechnet',
    en: 'Billed',
    column: 'Abgerechnet',
  },
  abrechnungAm: {
    kind: 'day',
    group: 'abrechnung',
    de: 'Abrechnung am',
    en: 'Billed on',
    column: 'Abrechnung am',
  },
  bemerkung: { kind: 'longText', group: 'abrechnung', de: 'Bemerkung', en: 'Remark', column: 'Bemerkung' },

  notizen: { kind: 'richText', group: 'intern', de: 'Notizen', en: 'Notes' },
  updatedBy: {
    kind: 'user',
    group: 'intern',
    de: 'Zuletzt geändert von',
    en: 'Last changed by',
    isDerived: true,
  },
} as const satisfies Record<string, CaseFieldDefinition>

export type CaseFieldName = keyof typeof caseFieldTable
export type Fallgruppe = keyof typeof fallgruppen

/** Every case field by name, in the order of the form and of this table. */
export const caseFields: Readonly<Record<CaseFieldName, CaseFieldDefinition>> = caseFieldTable

export const caseFieldNames = Object.keys(caseFieldTable) as readonly CaseFieldName[]

export const fallgruppeKeys = Object.keys(fallgruppen) as readonly Fallgruppe[]

export function isCaseFieldName(name: string): name is CaseFieldName {
  return Object.hasOwn(caseFieldTable, name)
}
