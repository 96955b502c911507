import { readFileSync } from 'node:fs'
import { readingCalls } from './documentCalls'
import { type ApiCalls, ask, recall, type World } from './world'

const samples = new URL('../../fixtures/samples/', import.meta.url)

async function upload(world: World, door: string, filename: string, bytes: Uint8Array) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], filename))
  const made = await ask(world, 'POST', door, { form })
  world.known.set(door, made.answer.body.importId)
  return made
}

/** Preview and confirm of one kind of file. */
function wayIn(door: string, filename: string): ApiCalls {
  return {
    [`POST ${door}`]: (world) => upload(world, door, filename, readFileSync(new URL(filename, samples))),
    [`POST ${door}/confirm`]: (world) =>
      ask(world, 'POST', `${door}/confirm`, { body: { importId: recall(world, door) } }),
  }
}

const entry = (world: World) => `/api/import/${recall(world, '/api/import/csv')}`

/** Every file in: preview, plan, confirm, state, rows, errors, undo, log. */
export const importCalls: ApiCalls = {
  'POST /api/import/csv': async (world) =>
    upload(
      world,
      '/api/import/csv',
      'crm.csv',
      readFileSync(new URL('../../../examples/crm-export.csv', import.meta.url)),
    ),
  'POST /api/import/{id}/plan': (world) =>
    ask(world, 'POST', `${entry(world)}/plan`, {
      body: { decideAll: [{ certainty: 'possible', decision: 'create' }] },
    }),
  'GET /api/import/{id}/errors': (world) => ask(world, 'GET', `${entry(world)}/errors`),
  'POST /api/import/csv/confirm': (world) =>
    ask(world, 'POST', '/api/import/csv/confirm', { body: { importId: recall(world, '/api/import/csv') } }),
  'GET /api/import/{id}': (world) => ask(world, 'GET', entry(world)),
  'POST /api/import/{id}/undo': (world) => ask(world, 'POST', `${entry(world)}/undo`),
  'GET /api/import/{id}/rows': (world) =>
    ask(world, 'GET', `${entry(world)}/rows?limit=100&outcome=reversed`),
  ...wayIn('/api/import/historical', 'Abrechnung_DAK.xlsx'),
  ...wayIn('/api/import/icd-xlsx', 'icd-template-filled.xlsx'),
  ...wayIn('/api/import/berichtswesen', 'Berichtswesen_2024_KW52.xlsx'),
  'GET /api/admin/excel-sync': (world) => ask(world, 'GET', '/api/admin/excel-sync'),
  'POST /api/admin/excel-sync': async (world) => {
    const { answer } = await ask(world, 'GET', '/api/admin/excel-sync')
    return upload(world, '/api/admin/excel-sync', 'Abgleich.xlsx', answer.body)
  },
  'POST /api/admin/excel-sync/confirm': (world) =>
    ask(world, 'POST', '/api/admin/excel-sync/confirm', {
      body: { importId: recall(world, '/api/admin/excel-sync') },
    }),
  'GET /api/import/log': (world) => ask(world, 'GET', '/api/import/log?limit=100'),
  ...readingCalls('imports'),
}
