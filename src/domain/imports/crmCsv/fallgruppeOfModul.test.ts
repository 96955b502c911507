import { describe, expect, test } from 'vitest'
import { fallgruppeOfModul } from './fallgruppeOfModul'

describe('the group of a module', () => {
  test.each([
    ['Zweitmeinung Onkologie', 'onko'],
    ['Zweitmeinung Kardiologie', 'kardio'],
    ['Zweitmeinung Intensiv', 'intensiv'],
    ['Zweitmeinung Gallenblase', 'galle'],
    ['Zweitmeinung Schilddrüse', 'sd'],
    ['Begutachtung Onkologie', 'onko'],
    ['Kardio-Begutachtung', 'kardio'],
    ['Begutachtung Intensivmedizin', 'intensiv'],
    ['Begutachtung der Gallenblase', 'galle'],
    ['Begutachtung SCHILDDRÜSE', 'sd'],
    ['Begutachtung Schilddruese', 'sd'],
  ])('%s is %s', (modul, fallgruppe) => {
    expect(fallgruppeOfModul(modul)).toBe(fallgruppe)
  })

  test('does not depend on case, blanks or the way umlauts are put together', () => {
    expect(fallgruppeOfModul('  zweitmeinung   SCHILDDRU\u0308SE ')).toBe('sd')
  })

  test.each([
    '',
    'Zweitmeinung',
    'Zweitmeinung Orthopädie',
    'Begutachtung Orthopädie',
    'Onkologie',
    'constructor',
  ])('is unknown for "%s"', (modul) => {
    expect(fallgruppeOfModul(modul)).toBeNull()
  })
})
