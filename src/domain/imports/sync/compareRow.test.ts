import { describe, expect, test } from 'vitest'
import type { CaseValue } from '../../cases/caseValues'
import { compareRow } from './compareRow'

const compare = ({
  file,
  database,
  base,
  text,
}: {
  file: CaseValue
  database: CaseValue
  base?: CaseValue
  text?: string
}) =>
  compareRow({
    data: { ort: file },
    texts: text === undefined ? {} : { ort: text },
    problems: [],
    current: { ort: database },
    base: base === undefined ? null : { ort: base },
  })

const change = { field: 'ort', old: 'Bonn', new: 'Kiel' }

describe('one cell: base, database now, file', () => {
  test.each<[string, CaseValue, CaseValue, CaseValue, object]>([
    ['nobody changed it', 'Bonn', 'Bonn', 'Bonn', { changes: [], conflicts: [] }],
    ['the file alone did', 'Bonn', 'Bonn', 'Kiel', { changes: [change], conflicts: [] }],
    ['the database alone did', 'Kiel', 'Bonn', 'Kiel', { changes: [], conflicts: [] }],
    ['both did, to different values', 'Ulm', 'Bonn', 'Kiel', { changes: [change], conflicts: ['ort'] }],
    ['both did, to the same value', 'Ulm', 'Kiel', 'Kiel', { changes: [], conflicts: [] }],
    ['the file emptied it', 'Bonn', 'Bonn', null, { changes: [{ ...change, new: null }], conflicts: [] }],
    ['the database emptied it', 'Bonn', null, 'Bonn', { changes: [], conflicts: [] }],
    ['both emptied it', 'Bonn', null, null, { changes: [], conflicts: [] }],
    ['the file filled it', null, null, 'Kiel', { changes: [{ ...change, old: null }], conflicts: [] }],
    [
      'the file emptied what the database changed',
      'Ulm',
      'Bonn',
      null,
      { changes: [{ ...change, new: null }], conflicts: ['ort'] },
    ],
    [
      'the file changed what the database emptied',
      'Ulm',
      null,
      'Kiel',
      { changes: [{ ...change, old: null }], conflicts: ['ort'] },
    ],
  ])('%s', (_, base, database, file, wanted) => {
    expect(compare({ base, database, file })).toMatchObject(wanted)
  })

  test('without a base every difference is a conflict, and no difference is none', () => {
    expect(compare({ database: 'Bonn', file: 'Kiel' })).toMatchObject({
      changes: [change],
      conflicts: ['ort'],
    })
    expect(compare({ database: 'Kiel', file: 'Kiel' })).toEqual({ changes: [], conflicts: [], problems: [] })
  })
})

describe('what a round trip through a spreadsheet does is no change', () => {
  test.each([
    ['line breaks', 'a\r\nb\rc', 'a\nb\nc'],
    ['composed letters', 'O\u0308zdemir', 'Özdemir'],
    ['blanks around', ' Kiel\u00a0', 'Kiel'],
    ['characters nobody sees', 'Ki\u0001el', 'Kiel'],
    ['escapes that a program does not know', 'a_x000D_b_x005F_x0041_', 'a\rb_x0041_'],
    ['half a character', 'Kiel\ud83d', 'Kiel\ufffd'],
  ])('%s', (_, database, file) => {
    expect(compare({ base: database, database, file }).changes).toEqual([])
  })

  test('a yes or no that is absent is a no, and a no a no', () => {
    for (const current of [{}, { evn: null }, { evn: false }]) {
      const row = { texts: {}, problems: [], current, base: current }
      for (const evn of [false, null]) expect(compareRow({ ...row, data: { evn } }).changes).toEqual([])
      expect(compareRow({ ...row, data: { evn: true } }).changes).toHaveLength(1)
    }
  })

  test('a column that the file does not have is not spoken of', () => {
    const current = { ort: 'Bonn' }
    expect(compareRow({ data: {}, texts: {}, problems: [], current, base: null }).changes).toEqual([])
  })
})

describe('a cell that cannot be read', () => {
  const problem = { level: 'warning', code: 'kvnrFormat', field: 'kvnr', value: 'falsch' } as const
  const row = { data: { kvnr: null }, texts: { kvnr: 'falsch' }, problems: [problem] }

  test('leaves the case as it is and is told', () => {
    const current = { kvnr: 'A123456780' }
    expect(compareRow({ ...row, current, base: current })).toEqual({
      changes: [],
      conflicts: [],
      problems: [problem],
    })
  })

  test('is told of a yes or no as well, which an empty cell would be a no of', () => {
    const unreadable = { ...problem, level: 'error', code: 'unreadableYesNo', field: 'evn' } as const
    const given = { data: { evn: null }, texts: { evn: 'falsch' }, problems: [unreadable] }
    for (const evn of [true, false]) {
      expect(compareRow({ ...given, current: { evn }, base: { evn } })).toEqual({
        changes: [],
        conflicts: [],
        problems: [unreadable],
      })
    }
  })

  test('is no matter when it is what was exported', () => {
    const current = { kvnr: 'falsch' }
    expect(compareRow({ ...row, current, base: null }).problems).toEqual([])
  })
})
