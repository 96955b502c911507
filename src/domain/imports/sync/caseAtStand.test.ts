import { expect, test } from 'vitest'
import type { CaseValues } from '../../cases/caseValues'
import { type CaseHistory, caseAtStand } from './caseAtStand'

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`

const at = ({
  stand,
  updatedAt,
  values,
  history = [],
}: {
  stand: string | null
  updatedAt: string
  values: CaseValues
  history?: CaseHistory
}) => caseAtStand({ found: { id: 'a', fallId: 'A', personKey: null, updatedAt, values }, stand, history })

const edit = (number: number, field: string, old: unknown, next: unknown): CaseHistory[number] => ({
  at: day(number),
  changes: [{ field, old, new: next }],
})

test('a case at its version is what it was, whatever happened before', () => {
  const values = { ort: 'Kiel' }
  expect(at({ stand: day(3), updatedAt: day(3), values, history: [edit(3, 'ort', 'Bonn', 'Kiel')] })).toEqual(
    values,
  )
})

test('changes since are taken back, the newest first, whatever order they come in', () => {
  const history = [
    edit(5, 'ort', 'Ulm', 'Kiel'),
    edit(3, 'plz', null, '1'),
    edit(4, 'ort', 'Bonn', 'Ulm'),
    edit(2, 'evn', false, true),
  ]
  const values = { ort: 'Kiel', plz: '1', evn: true }
  expect(at({ stand: day(2), updatedAt: day(5), values, history })).toEqual({
    ort: 'Bonn',
    plz: null,
    evn: true,
  })
})

test('what the log says of fields without a column is no matter', () => {
  const history = [edit(3, 'ort', 'Bonn', 'Kiel'), edit(4, 'codiertVon', 'a', { id: 'a' })]
  expect(at({ stand: day(2), updatedAt: day(4), values: { ort: 'Kiel', codiertVon: 'b' }, history })).toEqual(
    {
      ort: 'Bonn',
      codiertVon: 'b',
    },
  )
})

test('a case that an undone import gave its version back is what it was', () => {
  const imported = edit(3, 'ort', 'Bonn', 'Kiel')
  const undone = edit(4, 'ort', 'Kiel', 'Bonn')
  const exportedBetween = { stand: day(3), updatedAt: day(1), values: { ort: 'Bonn' }, history: [undone] }
  expect(at(exportedBetween)).toEqual({ ort: 'Kiel' })
  const editedAfter = { stand: day(1), updatedAt: day(5), values: { ort: 'Ulm' } }
  expect(at({ ...editedAfter, history: [imported, undone, edit(5, 'ort', 'Bonn', 'Ulm')] })).toEqual({
    ort: 'Bonn',
  })
  const editedBefore = { stand: day(1), updatedAt: day(2), values: { ort: 'Bonn', plz: '1' } }
  expect(at({ ...editedBefore, history: [edit(2, 'plz', null, '1'), imported, undone] })).toEqual({
    ort: 'Bonn',
    plz: null,
  })
})

test.each<[string, Parameters<typeof at>[0]]>([
  ['no version', { stand: null, updatedAt: day(3), values: {} }],
  ['no entry', { stand: day(2), updatedAt: day(3), values: { ort: 'Kiel' } }],
  [
    'no entry for the version that is stored',
    { stand: day(2), updatedAt: day(5), values: { ort: 'Kiel' }, history: [edit(3, 'ort', 'Bonn', 'Kiel')] },
  ],
  [
    'entries that do not fit together',
    {
      stand: day(2),
      updatedAt: day(5),
      values: { ort: 'Kiel' },
      history: [edit(3, 'ort', 'Bonn', 'Ulm'), edit(5, 'ort', 'Jena', 'Kiel')],
    },
  ],
])('nobody can tell: %s', (_, given) => expect(at(given)).toBeNull())
