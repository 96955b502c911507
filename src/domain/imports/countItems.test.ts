import { expect, test } from 'vitest'
import type { Problem } from '../problem'
import { countItems } from './countItems'
import type { PlanAction, PlanItem } from './planItem'

const warning: Problem = {
  level: 'warning',
  code: 'unreadableDate',
  field: 'geburtsdatum',
  value: '29.08.0196',
}
const error: Problem = { level: 'error', code: 'required', field: 'nachname', value: '' }

function item(action: PlanAction, problems: Problem[] = []): PlanItem {
  return { row: 2, action, data: {}, changes: [], duplicateOf: null, problems }
}

test('warnings are counted and not rows, and not those of rows in error', () => {
  const items = [
    item('create', [warning, warning]),
    item('skip', [warning]),
    item('error', [error, warning]),
    item('update'),
    item('decide'),
  ]
  expect(countItems(items)).toEqual({
    total: 5,
    create: 1,
    update: 1,
    skip: 1,
    decide: 1,
    error: 1,
    warnings: 3,
  })
})

test('no rows count nothing', () => {
  expect(countItems([])).toMatchObject({ total: 0, create: 0, warnings: 0 })
})
