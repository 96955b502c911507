import { describe, expect, test } from 'vitest'
import { mentionsOf, withoutMentions } from './mentions'

const mentions = mentionsOf([
  '2026-06-onko-Tonn',
  '2026-06-kardio-von der Heide',
  '2026-07-sd-O’Neill (geb. C++)',
])

test.each([
  '2026-06-onko-Tonn',
  'entityType=cases&entityId=2026-06-onko-Tonn',
  'Der Fall „2026-06-onko-Tonn“ hat sich geändert.',
  '2026-06-kardio-von der Heide, 2026-08-onko-Andere',
  '2026-07-sd-O’Neill (geb. C++)',
])('%s mentions a case', (text) => expect(mentions.isIn(text)).toBe(true))

test.each([
  '2026-06-onko-Tonn-2',
  '2026-06-onko-Tonnemann',
  '12026-06-onko-Tonn',
  '2026-06-onko',
  'Tonn',
  '',
])('“%s” mentions none', (text) => expect(mentions.isIn(text)).toBe(false))

describe('a value without its mentions', () => {
  test('keeps everything else', () => {
    const value = { row: 3, of: { fallId: '2026-06-onko-Tonn', caseId: 'a' }, list: ['x', 2, null, true] }
    expect(withoutMentions(value, mentions)).toEqual({ ...value, of: { fallId: '', caseId: 'a' } })
  })

  test('is the very same where there are none', () => {
    const value = { list: [{ fallId: '2026-06-onko-Tonn-2' }] }
    expect(withoutMentions(value, mentions)).toBe(value)
  })
})
