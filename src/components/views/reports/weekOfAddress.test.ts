import { expect, test } from 'vitest'
import { weekOfAddress } from './weekOfAddress'

const asked = (query: string) => weekOfAddress(new URLSearchParams(query))

test('the address names the week to show', () => {
  expect(asked('jahr=2026&kw=5')).toEqual({ kind: 'week', week: { jahr: 2026, kw: 5 } })
  expect(asked('kw=05&jahr=2026')).toEqual({ kind: 'week', week: { jahr: 2026, kw: 5 } })
  expect(asked('jahr=2026&kw=53')).toEqual({ kind: 'week', week: { jahr: 2026, kw: 53 } })
})

test('a week that its year does not have is told apart from none', () => {
  expect(asked('jahr=2025&kw=53')).toEqual({ kind: 'missing', week: { jahr: 2025, kw: 53 } })
  expect(asked('jahr=2025&kw=0')).toEqual({ kind: 'missing', week: { jahr: 2025, kw: 0 } })
})

test.each([
  '',
  'jahr=2026',
  'kw=5',
  'jahr=2026&kw=-1',
  'jahr=2026&kw=1.5',
  'jahr=99999&kw=1',
  'jahr=<b>&kw=x',
])('“%s” asks for no week', (query) => expect(asked(query)).toEqual({ kind: 'none' }))
