import type { Payload } from 'payload'
import type { CasePlace, ExistingCaseAt } from '../../store/storedCases'
import { storeOf } from '../../store/storeOf'
import { writeSyncWorkbook } from './writeSyncWorkbook'

const casesPerBlock = 1_000

/** Every case of the database as the sync's workbook (SPEC §4), read in blocks in the order of day and Fall-ID. */
export function buildSyncWorkbook(payload: Payload): Promise<Buffer> {
  return writeSyncWorkbook(caseBlocks(payload))
}

/** Every case once: one that moves to a later day while this goes on is not met again. */
async function* caseBlocks(payload: Payload): AsyncGenerator<ExistingCaseAt[]> {
  const met = new Set<string>()
  let after: CasePlace | null = null
  for (;;) {
    const cases: ExistingCaseAt[] = await storeOf(payload).casesInOrder({ after, limit: casesPerBlock })
    const last = cases.at(-1)
    if (!last) return
    yield cases.filter(({ id }) => !met.has(id))
    for (const { id } of cases) met.add(id)
    after = { datum: String(last.values.datum), fallId: last.fallId }
  }
}
