const formatter = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'short',
})

/** An instant as clocks and calendars in Germany show it: `03.02.2026 08:50`. */
export function formatGermanMoment(instant: string): string {
  return formatter.format(new Date(instant)).replace(',', '')
}
