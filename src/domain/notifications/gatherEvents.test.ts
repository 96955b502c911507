import { expect, test } from 'vitest'
import { gatherEvents, type StoredEvent } from './gatherEvents'

const event = (id: string, parts: Partial<StoredEvent>): StoredEvent => ({
  id,
  type: 'icd_entered',
  figures: { anzahl: 1 },
  related: { collection: 'cases', id: `case-${id}` },
  at: '2026-11-28T08:00:00.000Z',
  ...parts,
})

test('entered ICDs are told together, each case once, under the first one’s key', () => {
  const same = { collection: 'cases', id: 'case-1' } as const
  expect(gatherEvents([event('1', {}), event('2', {}), event('3', { related: same })])).toEqual([
    { key: '1', type: 'icd_entered', figures: { anzahl: 2 }, related: null },
  ])
})

test('a single case is what the announcement leads to', () => {
  expect(gatherEvents([event('1', {})])[0]?.related).toEqual({ collection: 'cases', id: 'case-1' })
})

test('everything else is told by itself', () => {
  const report = event('2', { type: 'report_ready', figures: { jahr: 2026, kw: 48 }, related: null })
  expect(gatherEvents([report, event('1', {}), { ...report, id: '3' }]).map(({ key }) => key)).toEqual([
    '1',
    '2',
    '3',
  ])
  expect(gatherEvents([])).toEqual([])
})

test('codings that may have emptied the queue are one announcement, a coded batch another', () => {
  const coded = event('1', { type: 'coding_completed', needsEmptyQueue: true })
  const batch = event('3', { type: 'coding_completed', figures: { anzahl: 40 }, related: null })
  expect(gatherEvents([coded, { ...coded, id: '2' }, batch])).toMatchObject([
    { key: '1', figures: { anzahl: 1 }, needsEmptyQueue: true },
    { key: '3', figures: { anzahl: 40 } },
  ])
})
