import { fallgruppen } from '../../domain/cases/caseFields'
import type { Language } from '../../domain/language'

type FallgruppeText = `fallgruppe_${keyof typeof fallgruppen}`

/** What the dashboard says; `fallgruppe_…` are the labels of the table of case fields. */
export const dashboardTexts = {
  de: {
    title: 'Übersicht',
    year: 'Jahr',

    emptyYear: 'Für {{jahr}} sind keine Fälle erfasst.',
    erstberatungenGesamt: 'Erstberatungen gesamt',
    pendingIcd: 'Pending ICD',
    pendingCoding: 'Pending Coding',
    gutachtenGesamt: 'Gutachten gesamt',
    reportsGenerated: 'Erzeugte Berichte',
    inYear: 'im Jahr {{jahr}}',
    allYears: 'über alle Jahre',
    shareOfAll: '{{anteil}} der Erstberatungen',
    erstberatungen: 'Erstberatungen',
    unterlagen: 'Unterlagen',
    ablehnungen: 'Ablehnungen',
    keineRueckmeldung: 'Keine Rückmeldung',
    gutachten: 'Gutachten',
    weeklyTitle: 'Erstberatungen und Gutachten je Woche',
    weeklySummary:
      'KW 1 bis {{bisKw}}: {{erstberatungen}} Erstberatungen und {{gutachten}} Gutachten; die meisten Erstberatungen hatte KW {{topKw}} mit {{top}}.',
    weeklyTable: 'Tabelle: Zahlen je Woche',
    week: 'KW',
    groupsTitle: 'Fallgruppen',
    groupsSummary: 'Größte Gruppe ist {{gruppe}} mit {{anzahl}} von {{gesamt}} Fällen ({{anteil}}).',
    groupsTable: 'Tabelle: Fallgruppen',
    group: 'Fallgruppe',
    count: 'Anzahl',
    share: 'Anteil',
    total: 'Gesamt',
    compareTitle: '{{jahr}} gegen {{vorjahr}}',
    compareSummary:
      'KW 1 bis {{bisKw}}: {{aktuell}} Erstberatungen gegen {{frueher}} im Vorjahr ({{veraenderung}}).',
    compareSummaryNone:
      'KW 1 bis {{bisKw}}: {{aktuell}} Erstberatungen; für {{vorjahr}} liegen keine Zahlen vor.',
    measure: 'Kennzahl',
    change: 'Veränderung',
    source: 'Quelle {{vorjahr}}:',
    source_live: 'Fälle im Portal',
    source_import: 'importierte Jahreszahlen',
    source_none: 'keine Zahlen vorhanden',
    weekWithoutPartner:
      'KW {{kw}} gibt es in {{vorjahr}} nicht. Sie zählt nur für {{jahr}} und hat im Vergleich kein Gegenstück.',
    ...fallgruppeTexts('de'),
  },
  en: {
    title: 'Overview',
    year: 'Year',

    emptyYear: 'No cases are recorded for {{jahr}}.',
    erstberatungenGesamt: 'Initial consultations',
    pendingIcd: 'Pending ICD',
    pendingCoding: 'Pending coding',
    gutachtenGesamt: 'Expert opinions',
    reportsGenerated: 'Reports generated',
    inYear: 'in {{jahr}}',
    allYears: 'over all years',
    shareOfAll: '{{anteil}} of the consultations',
    erstberatungen: 'Initial consultations',
    unterlagen: 'Documents',
    ablehnungen: 'Refusals',
    keineRueckmeldung: 'No answer',
    gutachten: 'Expert opinions',
    weeklyTitle: 'Initial consultations and expert opinions per week',
    weeklySummary:
      'Weeks 1 to {{bisKw}}: {{erstberatungen}} initial consultations and {{gutachten}} expert opinions; week {{topKw}} had the most consultations, {{top}}.',
    weeklyTable: 'Table: figures per week',
    week: 'Week',
    groupsTitle: 'Case groups',
    groupsSummary: 'The largest group is {{gruppe}} with {{anzahl}} of {{gesamt}} cases ({{anteil}}).',
    groupsTable: 'Table: case groups',
    group: 'Case group',
    count: 'Count',
    share: 'Share',
    total: 'Total',
    compareTitle: '{{jahr}} against {{vorjahr}}',
    compareSummary:
      'Weeks 1 to {{bisKw}}: {{aktuell}} initial consultations against {{frueher}} the year before ({{veraenderung}}).',
    compareSummaryNone:
      'Weeks 1 to {{bisKw}}: {{aktuell}} initial consultations; there are no figures for {{vorjahr}}.',
    measure: 'Measure',
    change: 'Change',
    source: 'Source {{vorjahr}}:',
    source_live: 'cases in the portal',
    source_import: 'imported yearly figures',
    source_none: 'no figures',
    weekWithoutPartner:
      'Week {{kw}} does not exist in {{vorjahr}}. It counts for {{jahr}} only and has no partner in the comparison.',
    ...fallgruppeTexts('en'),
  },
}

function fallgruppeTexts(language: Language): Record<FallgruppeText, string> {
  const entries = Object.entries(fallgruppen).map(([key, label]) => [`fallgruppe_${key}`, label[language]])
  return Object.fromEntries(entries) as Record<FallgruppeText, string>
}
