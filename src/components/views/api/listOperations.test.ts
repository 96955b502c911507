import { expect, test } from 'vitest'
import type { ApiDocument } from '../../../endpoints/apiDocument/contract'
import { listOperations } from './listOperations'

const operation = (tag: string, summary: string, roles: unknown) => ({
  tags: [tag],
  summary,
  'x-roles': roles,
})
const document = {
  tags: [
    { name: 'cases', description: 'Fälle' },
    { name: 'imports', description: 'Importe' },
  ],
  paths: {
    '/api/cases': {
      get: operation('cases', 'Fälle: Liste', { admin: 'all', dak_mitarbeiter: 'all' }),
      post: operation('cases', 'Fall: anlegen', { admin: 'all', dak_mitarbeiter: 'none' }),
    },
    '/api/import/log': {
      get: operation('imports', 'Alle Importe', { admin: 'all', dak_mitarbeiter: 'own' }),
    },
    '/api/health': { get: operation('imports', 'Ob die Datenbank antwortet', 'anybody') },
  },
} as unknown as ApiDocument

const names = (choice: { text: string; role: string | null }) =>
  listOperations({ document, ...choice }).map(({ title, operations }) => [
    title,
    ...operations.map(({ method, address }) => `${method} ${address}`),
  ])

test('operations stand under their subjects, in the order of the document', () => {
  expect(names({ text: '', role: null })).toEqual([
    ['Fälle', 'GET /api/cases', 'POST /api/cases'],
    ['Importe', 'GET /api/import/log', 'GET /api/health'],
  ])
})

test('a role sees what it may do, be it with its own alone, and what anybody may', () => {
  expect(names({ text: '', role: 'dak_mitarbeiter' })).toEqual([
    ['Fälle', 'GET /api/cases'],
    ['Importe', 'GET /api/import/log', 'GET /api/health'],
  ])
  expect(names({ text: '', role: null })[0]).toHaveLength(3)
})

test('every word that is looked for must stand in method, address or title', () => {
  expect(names({ text: 'post fall', role: null })).toEqual([['Fälle', 'POST /api/cases']])
  expect(names({ text: 'CASES liste', role: null })).toEqual([['Fälle', 'GET /api/cases']])
  expect(names({ text: 'nirgends', role: null })).toEqual([])
})
