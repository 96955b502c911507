import Papa from 'papaparse'
import type { CalendarDate } from '../src/domain/calendar/calendarDate'
import { parseCrmCsv } from '../src/domain/imports/crmCsv/parseCrmCsv'
import { withoutPause } from '../src/domain/withoutPause'
import { createCase } from '../tests/factories/createCase'
import { createRandom } from '../tests/factories/random'
import type { Measurement } from './measure'

const rows = 100_000
const warmUp = 2
const runs = 9

/**
 * Rows per second of the CRM parser over an export of 100,000 rows, from bytes to checked values; and how many times
 * as long as papaparse alone it takes, which says more where the machine is slow or busy.
 */
export async function benchImports(): Promise<Measurement[]> {
  const bytes = exportOf(rows)
  const today = '2026-11-23' as CalendarDate
  const parse = medianTime(() => withoutPause(parseCrmCsv({ bytes, today })))
  const alone = medianTime(() => Papa.parse(new TextDecoder().decode(bytes)))
  return [
    {
      name: 'parse of 100,000 CSV rows',
      value: rows / (parse / 1000),
      unit: 'rows/s',
      target: '≥ 300,000 rows/s',
    },
    {
      name: 'the same against papaparse alone',
      value: parse / alone,
      unit: '×',
      target: '',
    },
  ]
}

/** Milliseconds of a warm run; one work after the other, so that none pays for what another left to clear away. */
function medianTime(work: () => unknown): number {
  const times: number[] = []
  for (let run = 0; run < warmUp + runs; run += 1) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return times.slice(warmUp).sort((left, right) => left - right)[Math.floor(runs / 2)] ?? 0
}

function exportOf(count: number): Uint8Array {
  const random = createRandom(1)
  const lines = ['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name']
  for (let index = 0; index < count; index += 1) {
    const datum = `2026-0${random.between(1, 9)}-1${random.between(0, 9)}`
    const { nachname, vorname, geburtsdatum, kvnr, thema, modul } = createCase({
      random,
      datum,
      ageInDays: 1,
    })
    const [birthYear, birthMonth, birthDay] = String(geburtsdatum).split('-')
    const created = `"${datum.slice(8)}.${datum.slice(5, 7)}.26, 08:50"`
    lines.push(
      `${nachname} | ${vorname} | ${birthDay}.${birthMonth}.${birthYear} | ${kvnr},${created},${modul},"${thema}",ZM-${index}`,
    )
  }
  return new TextEncoder().encode(lines.join('\r\n'))
}
