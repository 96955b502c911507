import { expect, test } from 'vitest'
import { pathForLog, requestIdFrom } from './logRequests'

test('the id of a proxy is kept', () => {
  expect(requestIdFrom('7f3c1d9e-0001')).toBe('7f3c1d9e-0001')
})

test('what does not look like an id is replaced by one', () => {
  for (const given of [
    undefined,
    '',
    'short',
    'with blank in it',
    'a"}\n{"level":50',
    'x'.repeat(65),
    ['a', 'b'],
  ])
    expect(requestIdFrom(given)).toMatch(/^[0-9a-f-]{36}$/)
})

test('a path is logged without its query, ids and names of cases', () => {
  expect(pathForLog('/api/cases/0197a3b2-11aa-7bcd-8000-000000000001/icd?where[nachname]=Tonn')).toBe(
    '/api/cases/:id/icd',
  )
  expect(pathForLog('/api/cases/2026-06-onko-Tonn')).toBe('/api/cases/:id')
  expect(pathForLog('/api/reports/weekly/2026/6')).toBe('/api/reports/weekly/:id/:id')
  expect(pathForLog('/api/users/forgot-password#x')).toBe('/api/users/forgot-password')
  expect(pathForLog('/admin/collections/M%C3%BCller')).toBe('/admin/collections/:id')
})
