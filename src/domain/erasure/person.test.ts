import { expect, test } from 'vitest'
import { likenessOf, personOf } from './person'

const regina = { nachname: 'Tönn', vorname: 'Regina', geburtsdatum: '1960-04-28', kvnr: 'D410126355' }

test.each([
  ['the same insurance number, whatever the name', { nachname: 'Neu', kvnr: 'D410126355' }, 'certain'],
  [
    'the same names and birth date, spelled another way',
    { ...regina, nachname: 'von Toenn', kvnr: undefined },
    'certain',
  ],
  ['the same names and birth date, and another number', { ...regina, kvnr: 'A123456780' }, 'certain'],
  ['the same names without a birth date', { nachname: 'Tönn', vorname: 'Regina' }, 'possible'],
  ['the same Nachname and nothing else', { nachname: 'TÖNN' }, 'possible'],
  ['the same names, born on another day', { ...regina, kvnr: undefined, geburtsdatum: '1970-01-01' }, null],
  ['the same Nachname, another Vorname', { nachname: 'Tönn', vorname: 'Anna' }, null],
  [
    'the same names, another number, no birth date',
    { nachname: 'Tönn', vorname: 'Regina', kvnr: 'A123456780' },
    null,
  ],
  ['another name', { nachname: 'Tonnemann', vorname: 'Regina', geburtsdatum: '1960-04-28' }, null],
  ['nothing', {}, null],
])('%s', (_, values, likeness) => {
  expect(likenessOf(personOf(regina), personOf(values))).toBe(likeness)
  expect(likenessOf(personOf(values), personOf(regina))).toBe(likeness)
})
