import { expect, test } from 'vitest'
import type { CodingCase } from '../../../endpoints/codingQueue/contract'
import { casesToCode } from './casesToCode'

const caseOf = (id: string, updatedAt = '2026-11-23T10:00:00.000Z'): CodingCase => ({
  id,
  fallId: `2026-47-onko-${id}`,
  nachname: id,
  vorname: null,
  fallgruppe: 'onko',
  jahr: 2026,
  kw: 47,
  datum: '2026-11-16',
  gutachtenAm: null,
  kurzbeschreibung: null,
  fragestellung: null,
  icd: null,
  gutachtenTyp: null,
  updatedAt,
})

test('what was coded here is no longer open', () => {
  const open = casesToCode({ listed: [caseOf('a'), caseOf('b')], reloaded: {}, done: new Set(['a']) })
  expect(open.map(({ id }) => id)).toEqual(['b'])
})

test('a reloaded case counts in its newer version, a later list again in its own', () => {
  const reloaded = { a: caseOf('a', '2026-11-23T11:00:00.000Z') }
  expect(casesToCode({ listed: [caseOf('a')], reloaded, done: new Set() })).toEqual([reloaded.a])
  const latest = caseOf('a', '2026-11-23T12:00:00.000Z')
  expect(casesToCode({ listed: [latest], reloaded, done: new Set() })).toEqual([latest])
})

test('a reloaded case stays open where the list no longer has it', () => {
  const reloaded = { a: caseOf('a') }
  const open = casesToCode({ listed: [caseOf('b')], reloaded, done: new Set() })
  expect(open.map(({ id }) => id)).toEqual(['a', 'b'])
})
