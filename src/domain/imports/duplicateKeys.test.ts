import { expect, test } from 'vitest'
import type { CalendarDate } from '../calendar/calendarDate'
import type { CaseValues } from '../cases/caseValues'
import { draftRows } from './draftRows'
import { duplicateKeysOf } from './duplicateKeys'

const context = { today: '2026-11-23' as CalendarDate, now: '2026-11-23T10:00:00.000Z', actor: null }
const tonn = {
  datum: '2026-02-02',
  fallgruppe: 'onko',
  nachname: 'Tonn',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
  crmTicketId: 'T-1',
}

function keysOf(...all: CaseValues[]) {
  const rows = all.map((data, index) => ({ row: index + 2, data, problems: [], cells: [] }))
  return duplicateKeysOf(draftRows({ rows, corrections: new Map(), ...context }))
}

test('rows are looked for by their ticket and their person', () => {
  const { tickets, personKeys } = keysOf(tonn)
  expect(tickets).toEqual(['T-1'])
  expect(personKeys).toHaveLength(1)
})

test('the same key is asked for once', () => {
  const { tickets, personKeys } = keysOf(tonn, { ...tonn, nachname: 'TONN' })
  expect([tickets.length, personKeys.length]).toEqual([1, 1])
})

test('a row without ticket and birth date has no key, and neither has one in error', () => {
  expect(
    keysOf({ ...tonn, crmTicketId: undefined, geburtsdatum: undefined }, { ...tonn, nachname: '' }),
  ).toEqual({
    tickets: [],
    personKeys: [],
  })
})
