import type { Payload } from 'payload'
import { addDays, type CalendarDate, parseCalendarDate } from '../src/domain/calendar/calendarDate'
import { applyCaseRules } from '../src/domain/cases/applyCaseRules'
import type { CaseValues } from '../src/domain/cases/caseValues'
import { createFallIdAllocator, fallIdKey } from '../src/domain/cases/fallId'
import { newId } from '../src/store/newId'
import { createCase } from '../tests/factories/createCase'
import { createRandom, type Random } from '../tests/factories/random'
import { storeNewCases } from '../tests/factories/storeNewCases'

const blockSize = 25_000

/**
 * Stores synthetic cases, thousands at once, past the Fall-IDs that are taken. Their codes are as different as in real
 * life, some wait for theirs and some opinions for coding.
 */
export function createFiller({
  payload,
  takenFallIds,
}: {
  payload: Payload
  takenFallIds: readonly string[]
}) {
  const random = createRandom(7)
  const allocate = createFallIdAllocator(takenFallIds)
  const now = new Date().toISOString()
  return async ({ count, from, days }: { count: number; from: string; days: number }) => {
    const first = parseCalendarDate(from) as CalendarDate
    for (let done = 0; done < count; done += blockSize) {
      const creates = Array.from({ length: Math.min(blockSize, count - done) }, () => {
        const datum = addDays(first, random.between(0, days))
        const ruled = applyCaseRules({
          before: null,
          changes: varied({ random, values: createCase({ random, datum, ageInDays: 60 }) }),
          actor: null,
          now,
        })
        if (!ruled.ok) throw new Error('The factory made a case that breaks the rules.')
        const { values, search } = ruled.value
        return { search, id: newId(), values: { ...values, fallId: allocate(fallIdKey(values)) } }
      })
      await storeNewCases({ payload, creates, at: now })
    }
  }
}

function varied({ random, values }: { random: Random; values: CaseValues }): CaseValues {
  const isCoded = !random.chance(0.1)
  const {
    gutachtenTyp,
    therapieaenderung,
    taDiagnosekorrektur,
    taUnterversorgung,
    taUebertherapie,
    ...rest
  } = values
  const coding = { gutachtenTyp, therapieaenderung, taDiagnosekorrektur, taUnterversorgung, taUebertherapie }
  return { ...rest, ...(isCoded ? coding : {}), icd: random.chance(0.15) ? null : icdOf(random) }
}

/** One to three of a thousand codes. */
function icdOf(random: Random): string {
  const codes = [code(random)]
  if (random.chance(0.3)) codes.push(code(random))
  if (random.chance(0.1)) codes.push(code(random))
  return codes.join(', ')
}

function code(random: Random): string {
  return `C${random.between(10, 97)}.${random.between(0, 9)}`
}
