const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The full hour, 0 to 23, that clocks in Europe/Berlin show at an instant, in summer and winter time. */
export function berlinHour(instant: Date): number {
  return Number(formatter.format(instant))
}
