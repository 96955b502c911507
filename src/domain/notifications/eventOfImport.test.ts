import { expect, test } from 'vitest'
import { eventOfImport } from './eventOfImport'

const applied = {
  importId: '7',
  created: 0,
  updated: 0,
  coded: 0,
  role: 'admin',
  at: '2026-11-28T08:00:00.000Z',
}

test('a CRM export tells of its new cases, and of none there is nothing to tell', () => {
  expect(eventOfImport({ ...applied, kind: 'crm-csv', created: 25 })).toMatchObject({
    type: 'new_cases_uploaded',
    figures: { anzahl: 25 },
    related: { collection: 'imports', id: '7' },
  })
  expect(eventOfImport({ ...applied, kind: 'crm-csv', updated: 3 })).toBeNull()
})

test('an ICD workbook is told of when DAK staff applied it', () => {
  const workbook = { ...applied, kind: 'icd-xlsx', updated: 12 } as const
  expect(eventOfImport({ ...workbook, role: 'dak_mitarbeiter' })).toMatchObject({
    type: 'icd_uploaded',
    figures: { anzahl: 12 },
  })
  expect(eventOfImport(workbook)).toBeNull()
  expect(eventOfImport({ ...workbook, role: 'dak_mitarbeiter', updated: 0 })).toBeNull()
})

test('a workbook that codes what was pending may have emptied the queue, which is looked at when it is told', () => {
  for (const kind of ['abrechnung-xlsx', 'sync-xlsx'] as const)
    expect(eventOfImport({ ...applied, kind, updated: 3, coded: 2 })).toMatchObject({
      type: 'coding_completed',
      related: { collection: 'imports', id: '7' },
      needsEmptyQueue: true,
    })
})

test('years of accounting are no news', () => {
  expect(eventOfImport({ ...applied, kind: 'abrechnung-xlsx', created: 50_000 })).toBeNull()
})
