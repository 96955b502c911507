import type { Payload } from 'payload'
import { addDays, type CalendarDate } from '../src/domain/calendar/calendarDate'
import { draftRows } from '../src/domain/imports/draftRows'
import { findExistingCases } from '../src/services/imports/findExistingCases'
import { createCase } from '../tests/factories/createCase'
import { createRandom } from '../tests/factories/random'
import type { Measurement } from './measure'

const rowCount = 5_000
const runs = 5
const limits = { kvnrDays: 90, minScore: 80 }

/** The search for duplicates of 5,000 rows of one week in the middle of the year, in whatever is there. */
export async function benchDuplicates(payload: Payload): Promise<Measurement[]> {
  const drafts = weekOfRows()
  const times: number[] = []
  let peak = 0
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await findExistingCases({ payload, drafts, limits })
    times.push(performance.now() - start)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const sorted = times.sort((left, right) => left - right)
  const name = 'duplicate check of 5,000 rows against 1,000,000 cases'
  return [
    { name, value: sorted[Math.floor(runs / 2)] ?? 0, unit: 'ms', target: '≤ 2,000 ms' },
    { name: 'memory of the process then', value: peak / 2 ** 20, unit: 'MB', target: '≤ 500 MB' },
  ]
}

function weekOfRows() {
  const random = createRandom(11)
  const today = '2026-11-23' as CalendarDate
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const datum = addDays('2026-06-08' as CalendarDate, random.between(0, 4))
    return {
      row: index + 2,
      data: createCase({ random, datum, ageInDays: 1 }),
      problems: [],
      cells: [],
    }
  })
  return draftRows({ rows, corrections: new Map(), today, now: `${today}T10:00:00.000Z`, actor: null })
}
