import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from './foldName'
import { personKey } from './personKey'

test.each([
  ['Märzenhäuser', 'MAERZENHAEUSER'],
  ['von der Tannenhöhe', 'Tannenhoehe'],
  ['Rebschmied-Ölloß', 'REBSCHMIED OELLOSS'],
  ['Dr. med. Weißbach', 'weissbach'],
  ['O’Neill', "O'Neill"],
  ['García', 'Garcia'],
  ['van den Berg', 'Berg'],
  ['Çelik', 'celik'],
])('%s and %s are the same name', (left, right) => expect(foldName(left)).toBe(foldName(right)))

test.each([
  ['Tonn', 'Tonne'],
  ['Müller', 'Muller'],
])('%s and %s are different names', (left, right) => expect(foldName(left)).not.toBe(foldName(right)))

test('a name of nothing but a particle keeps it', () => {
  expect(foldName('Van')).toBe('van')
  expect(foldName('von der')).toBe('vonder')
})

test('folding twice changes nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => foldName(foldName(text)) === foldName(text)))
})

test('a person key needs every part', () => {
  const person = {
    nachname: 'von Tonn',
    vorname: 'Regina',
    geburtsdatum: '1960-04-28',
    fallgruppe: 'onko',
    datum: '2026-02-02',
  }
  expect(personKey(person)).toBe(personKey({ ...person, nachname: 'TONN' }))
  for (const part of Object.keys(person)) expect(personKey({ ...person, [part]: null })).toBeNull()
  expect(personKey({ ...person, datum: '2026-02-03' })).not.toBe(personKey(person))
})
