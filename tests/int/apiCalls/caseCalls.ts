import { changingCalls, readingCalls } from './documentCalls'
import { type ApiCalls, ask, recall, type World } from './world'

const aCase = { nachname: 'Tonn', vorname: 'Regina', datum: '2026-02-02', fallgruppe: 'onko' }

async function create(world: World, values: object = {}) {
  const made = await ask(world, 'POST', '/api/cases', { body: { ...aCase, ...values } })
  world.known.set('case', made.answer.body.doc?.id)
  return made
}

/** Cases, their ICD codes, the catalogue and the coding. */
export const caseCalls: ApiCalls = {
  'POST /api/cases': (world) => create(world, { gutachten: true, notizen: null }),
  'PUT /api/cases/{id}/icd': (world) =>
    ask(world, 'PUT', `/api/cases/${recall(world, 'case')}/icd`, { body: { icd: 'C50.1, Z99.9' } }),
  'GET /api/cases/pending-coding': (world) => ask(world, 'GET', '/api/cases/pending-coding?jahr=2026'),
  'GET /api/coding/queue': (world) => ask(world, 'GET', '/api/coding/queue?limit=5'),
  'PUT /api/cases/{id}/coding': (world) =>
    ask(world, 'PUT', `/api/cases/${recall(world, 'case')}/coding`, {
      body: { gutachtenTyp: 'alternative' },
    }),
  'PUT /api/coding/{id}': (world) =>
    ask(world, 'PUT', `/api/coding/${recall(world, 'case')}`, { body: { gutachtenTyp: 'bestaetigung' } }),
  'PUT /api/coding': async (world) => {
    const items = [
      { id: recall(world, 'case'), gutachtenTyp: 'alternative' },
      { id: 'none', gutachtenTyp: null },
    ]
    return ask(world, 'PUT', '/api/coding', { body: { items } })
  },
  'GET /api/cases/pending-icd': async (world) => {
    await create(world, { nachname: 'Daum' })
    return ask(world, 'GET', '/api/cases/pending-icd?fallgruppe=onko&hasIcd=false')
  },
  'GET /api/cases/coding-template': (world) => ask(world, 'GET', '/api/cases/coding-template?all=true'),
  ...readingCalls('cases'),
  ...changingCalls('cases', { bemerkung: 'Geändert' }),
  ...readingCalls('icd-codes'),
  ...readingCalls('icd-catalogue'),
  'GET /api/icd-catalogue/search': (world) => ask(world, 'GET', '/api/icd-catalogue/search?q=c50'),
  'GET /api/icd-catalogue/codes': (world) => ask(world, 'GET', '/api/icd-catalogue/codes'),
  ...readingCalls('audit-log'),
  'DELETE /api/cases/{id}': async (world) => {
    await create(world, { nachname: 'Weg' })
    return ask(world, 'DELETE', `/api/cases/${recall(world, 'case')}`)
  },
  'DELETE /api/cases': async (world) => {
    await create(world, { nachname: 'Weg' })
    return ask(world, 'DELETE', `/api/cases?where[id][equals]=${recall(world, 'case')}`)
  },
}
