import { openPortal } from '../scripts/openPortal'
import { addDays, type CalendarDate } from '../src/domain/calendar/calendarDate'
import { draftRows } from '../src/domain/imports/draftRows'
import { findExistingCases } from '../src/services/imports/findExistingCases'
import { createCase } from '../tests/factories/createCase'
import { createRandom } from '../tests/factories/random'
import type { Measurement } from './measure'
import { medianMs } from './medianMs'

/** Measures on the database of the settings and tells the parent; started by `duplicates.bench.ts`. */
const rowCount = 5_000
const runs = 5
const limits = { kvnrDays: 90, minScore: 80 }

const { payload } = await openPortal()
const drafts = weekOfRows()
const median = await medianMs({ runs, work: () => findExistingCases({ payload, drafts, limits }) })
const name = 'duplicate check of 5,000 rows against 1,000,000 cases'
const measured: Measurement[] = [
  { name, value: median, unit: 'ms', target: '≤ 2,000 ms' },
  {
    name: 'memory of the portal at most then',
    value: process.resourceUsage().maxRSS / 1024,
    unit: 'MB',
    target: '≤ 500 MB',
  },
]
process.send?.(measured, () => process.exit(0))

/** New cases of one week in the middle of the year with most cases. */
function weekOfRows() {
  const random = createRandom(11)
  const today = '2026-11-23' as CalendarDate
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const datum = addDays('2026-06-08' as CalendarDate, random.between(0, 4))
    return { row: index + 2, data: createCase({ random, datum, ageInDays: 1 }), problems: [], cells: [] }
  })
  return draftRows({ rows, corrections: new Map(), today, now: `${today}T10:00:00.000Z`, actor: null })
}
