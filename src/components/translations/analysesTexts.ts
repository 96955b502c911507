/** What the analyses on the dashboard say; the words of their tables are in the domain (`analysisTexts`). */
export const analysesTexts = {
  de: {
    title: 'Analysen',
    intro:
      'Dauern zählen vom Datum des Falls, nach Monat, Woche oder Gruppe des Falls; gezählt ist, wo das Datum eingetragen ist. Diese Zahlen stehen nicht im Berichtswesen.',
    group: 'Fallgruppe',
    allGroups: 'Alle',
    raster: 'Dauer je',
    raster_monat: 'Monat',
    raster_woche: 'Woche',
    raster_gruppe: 'Fallgruppe',
    print: 'Drucken',
    workbook: 'Alle Tabellen (Excel)',
    asXlsx: '{{tabelle}} als Excel-Datei',
    asCsv: '{{tabelle}} als CSV-Datei',
    table: 'Tabelle: {{tabelle}}',
    median: 'Median',
    p90: '90 %',
    durationSummary:
      '{{faelle}} Fälle: die Hälfte innerhalb von {{median}} Tagen, 90 % innerhalb von {{p90}} Tagen.',
    durationContradiction: 'Nicht gezählt: {{anzahl}} mit einem Tag vor dem Datum des Falls.',
    durationNone: 'Für {{bereich}} ist noch kein Datum eingetragen.',
    outcomeSummary:
      'Von {{codiert}} codierten Gutachten nennen {{alternative}} eine Alternative ({{anteil}}); die Therapie ändert sich bei {{taJa}} von {{taCodiert}} ({{taAnteil}}).',
    outcomeNone: 'Für {{bereich}} ist noch kein Gutachten codiert.',
    outcomeFigures: '{{anteil}} von {{anzahl}}',
    icdSummary:
      'Am häufigsten ist {{hauptgruppe}} mit {{faelle}} Fällen ({{anteil}} der Erstberatungen); es kommen {{anzahl}} Hauptgruppen vor.',
    icdNone: 'Für {{bereich}} ist noch kein ICD-Code eingetragen.',
    openSummary:
      'Stand {{stand}}, über alle Jahre: {{pendingIcd}} ohne ICD, {{pendingCoding}} ohne Codierung, {{keineRueckmeldung}} ohne Rückmeldung. Älter als 12 Wochen: {{altIcd}}, {{altCoding}} und {{altRueckmeldung}}.',
    openNone: 'Stand {{stand}}: Es ist nichts offen.',
  },
  en: {
    title: 'Analyses',
    intro:
      'Durations count from the day of the case, by the month, week or group of the case, where the date is entered. These figures are not part of the weekly report.',
    group: 'Case group',
    allGroups: 'All',
    raster: 'Durations by',
    raster_monat: 'Month',
    raster_woche: 'Week',
    raster_gruppe: 'Case group',
    print: 'Print',
    workbook: 'All tables (Excel)',
    asXlsx: '{{tabelle}} as an Excel file',
    asCsv: '{{tabelle}} as a CSV file',
    table: 'Table: {{tabelle}}',
    median: 'Median',
    p90: '90 %',
    durationSummary: '{{faelle}} cases: half of them within {{median}} days, 90 % within {{p90}} days.',
    durationContradiction: 'Not counted: {{anzahl}} with a day before that of the case.',
    durationNone: 'No date has been entered for {{bereich}} yet.',
    outcomeSummary:
      'Of {{codiert}} coded opinions {{alternative}} name an alternative ({{anteil}}); the therapy changes in {{taJa}} of {{taCodiert}} ({{taAnteil}}).',
    outcomeNone: 'No expert opinion has been coded for {{bereich}} yet.',
    outcomeFigures: '{{anteil}} of {{anzahl}}',
    icdSummary:
      'The most frequent is {{hauptgruppe}} with {{faelle}} cases ({{anteil}} of the consultations); there are {{anzahl}} main groups.',
    icdNone: 'No ICD code has been entered for {{bereich}} yet.',
    openSummary:
      'On {{stand}}, over all years: {{pendingIcd}} without ICD, {{pendingCoding}} without coding, {{keineRueckmeldung}} without an answer. Older than 12 weeks: {{altIcd}}, {{altCoding}} and {{altRueckmeldung}}.',
    openNone: 'On {{stand}}: nothing is open.',
  },
}
