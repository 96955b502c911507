import { addDays, type CalendarDate } from '../src/domain/calendar/calendarDate'
import { createCase } from '../tests/factories/createCase'
import { createRandom } from '../tests/factories/random'

/** An export of the CRM of `count` new cases within `days` days from `from` on; `name` begins every ticket. */
export function crmExport({
  count,
  seed,
  from,
  days,
  name,
}: {
  count: number
  seed: number
  from: string
  days: number
  name: string
}): Uint8Array {
  const random = createRandom(seed)
  const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
  for (let index = 0; index < count; index += 1) {
    const datum = addDays(from as CalendarDate, random.between(0, days))
    const { nachname, vorname, geburtsdatum, kvnr, thema, modul } = createCase({
      random,
      datum,
      ageInDays: 1,
    })
    const [year = '', month, day] = datum.split('-')
    const [birthYear, birthMonth, birthDay] = String(geburtsdatum).split('-')
    const contact = `${nachname} | ${vorname} | ${birthDay}.${birthMonth}.${birthYear} | ${kvnr}`
    lines.push(`${contact},"${day}.${month}.${year.slice(2)}, 08:50",${modul},"${thema}",${name}-${index}`)
  }
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
}
