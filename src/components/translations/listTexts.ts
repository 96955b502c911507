/** Words shared by the portal's lists: filters and paging. */
export const listTexts = {
  de: {
    all: 'Alle',
    group: 'Fachgebiet',
    year: 'Jahr',
    week: 'KW',
    pages: 'Seiten',
    previousPage: 'Vorige Seite',
    nextPage: 'Nächste Seite',
    pageOf: 'Seite {{page}} von {{pages}}',
  },
  en: {
    all: 'All',
    group: 'Specialty',
    year: 'Year',
    week: 'Week',
    pages: 'Pages',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    pageOf: 'Page {{page}} of {{pages}}',
  },
}
