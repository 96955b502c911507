import { expect, test } from 'vitest'
import { type Coding, chooseTherapy, codingAfterKey, noCoding as open, toggleFlag } from './coding'

test('the keys choose type, change of therapy and flags', () => {
  const keys = ['a', 'J', '2']
  const coded = keys.reduce<Coding>((coding, key) => codingAfterKey(coding, key) ?? coding, open)
  expect(coded).toEqual({
    ...open,
    gutachtenTyp: 'alternative',
    therapieaenderung: 'ja',
    taUnterversorgung: true,
  })
})

test('another key chooses nothing', () => {
  expect(codingAfterKey(open, 'x')).toBeNull()
})

test('a flag says that there is a change of therapy, and no change takes the flags away', () => {
  const flagged = toggleFlag(open, 'taUebertherapie')
  expect(flagged).toMatchObject({ therapieaenderung: 'ja', taUebertherapie: true })
  expect(chooseTherapy(flagged, 'nein')).toEqual({ ...open, therapieaenderung: 'nein' })
})
