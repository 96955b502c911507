/** The frame's words: links above Payload's navigation, a view one may not see, the hint of a day field. */
export const navTexts = {
  de: {
    overview: 'Übersicht',
    import: 'Import',
    icd: 'ICD-Eingabe',
    coding: 'Codierung',
    reports: 'Berichtswesen',
    dayPlaceholder: 'TT.MM.JJJJ',
    retry: 'Erneut versuchen',
    noAccessTitle: 'Kein Zugriff',
    noAccessText:
      'Diese Seite ist für Ihre Rolle nicht freigegeben. Bitte wenden Sie sich an die Administration.',
  },
  en: {
    overview: 'Overview',
    import: 'Import',
    icd: 'ICD entry',
    coding: 'Coding',
    reports: 'Reports',
    dayPlaceholder: 'DD.MM.YYYY',
    retry: 'Try again',
    noAccessTitle: 'No access',
    noAccessText: 'Your role may not see this page. Please contact the administrators.',
  },
}
