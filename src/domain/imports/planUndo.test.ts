import { expect, test } from 'vitest'
import { type BlockUndo, createUndoPlanner } from './planUndo'

const appliedAt = '2026-11-23T10:00:00.000Z'
const earlier = '2026-11-01T10:00:00.000Z'
const later = '2026-11-24T10:00:00.000Z'

const stored = (id: string, updatedAt = appliedAt) => ({
  id,
  fallId: id,
  personKey: null,
  updatedAt,
  values: { nachname: 'Tonn', ort: 'Kiel' },
})
const block = {
  rows: [
    { row: 2, caseId: 'new' },
    { row: 3, caseId: 'old' },
    { row: 4, caseId: 'old' },
  ],
  before: [{ id: 'old', updatedAt: earlier, values: { ort: null } }],
}
const planner = () => createUndoPlanner({ appliedAt, changedIds: new Set(['old']) })
const plan = (current: ReturnType<typeof stored>[]) => planner().add({ undo: block, current })

test('what stands as the import left it is taken back: the new case goes, the old one gets its values and version', () => {
  const { removed, reverted, rows } = plan([stored('new'), stored('old')])
  expect(removed.map(({ id }) => id)).toEqual(['new'])
  expect(reverted).toMatchObject([{ id: 'old', updatedAt: earlier, values: { ort: null } }])
  expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'reversed'],
    [3, 'reversed'],
    [4, 'reversed'],
  ])
})

test('what was edited since is kept', () => {
  const { removed, reverted, rows } = plan([stored('new', later), stored('old', later)])
  expect([removed, reverted]).toEqual([[], []])
  expect(rows).toEqual([2, 3, 4].map((row) => ({ row, outcome: 'kept', reason: 'editedSince' })))
})

test('a new case that is gone is taken back already, an old one cannot be', () => {
  expect(plan([]).rows).toEqual([
    { row: 2, outcome: 'reversed', reason: 'gone' },
    { row: 3, outcome: 'failed', reason: 'gone' },
    { row: 4, outcome: 'failed', reason: 'gone' },
  ])
})

test('a case that rows of several stretches wrote to is taken back once, wherever it is told what it was', () => {
  const first: BlockUndo = {
    rows: [
      { row: 2, caseId: 'new' },
      { row: 3, caseId: 'old' },
    ],
    before: [],
  }
  const second: BlockUndo = {
    rows: [
      { row: 4, caseId: 'new' },
      { row: 5, caseId: 'old' },
    ],
    before: block.before,
  }
  const { add, casesOf } = planner()
  const plans = [first, second].map((undo) => {
    const ids = casesOf(undo)
    return { ids: ids.sort(), ...add({ undo, current: ids.map((id) => stored(id)) }) }
  })
  expect(plans.map(({ ids }) => ids)).toEqual([['new', 'old'], ['old']])
  expect(plans.map(({ removed }) => removed.map(({ id }) => id))).toEqual([['new'], []])
  expect(plans.map(({ reverted }) => reverted.map(({ id }) => id))).toEqual([[], ['old']])
  expect(plans.flatMap(({ rows }) => rows.map(({ outcome }) => outcome))).toEqual(Array(4).fill('reversed'))
})
