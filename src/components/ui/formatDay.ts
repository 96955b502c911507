/** A calendar day `YYYY-MM-DD` as `DD.MM.YYYY`; nothing stays nothing. */
export function formatDay(day: string | null | undefined): string {
  return day ? `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}` : ''
}
