import { changingCalls, readingCalls, removingCalls } from './documentCalls'
import { type ApiCalls, ask, recall, type World } from './world'

async function generate(world: World, kw: number) {
  const made = await ask(world, 'POST', '/api/reports/generate', { body: { jahr: 2026, kw } })
  world.known.set('report', made.answer.body.id)
  return made
}

/** Reports, dashboard, analyses, summaries of earlier years, and who is told of it. */
export const reportCalls: ApiCalls = {
  'POST /api/reports/generate': async (world) => {
    await generate(world, 5)
    await generate(world, 6)
    return generate(world, 6)
  },
  'GET /api/reports/list': (world) => ask(world, 'GET', '/api/reports/list?jahr=2026'),
  'GET /api/reports/download/{id}': (world) =>
    ask(world, 'GET', `/api/reports/download/${recall(world, 'report')}`),
  'GET /api/reports/file/{filename}': async (world) => {
    const { answer } = await ask(world, 'GET', `/api/reports/${recall(world, 'report')}`)
    return ask(world, 'GET', `/api/reports/file/${answer.body.filename}`)
  },
  'GET /api/reports/dashboard': (world) => ask(world, 'GET', '/api/reports/dashboard?jahr=2025'),
  'GET /api/reports/weekly/{jahr}/{kw}': (world) => ask(world, 'GET', '/api/reports/weekly/2026/6'),
  'GET /api/reports/analyses': (world) => ask(world, 'GET', '/api/reports/analyses?jahr=2025'),
  'GET /api/reports/analyses/xlsx': (world) => ask(world, 'GET', '/api/reports/analyses/xlsx?jahr=2025'),
  'GET /api/reports/analyses/csv': (world) =>
    ask(world, 'GET', '/api/reports/analyses/csv?tabelle=icd&jahr=2025'),
  ...readingCalls('reports'),
  ...removingCalls('reports'),
  'POST /api/yearly-summaries': (world) =>
    ask(world, 'POST', '/api/yearly-summaries', { body: { jahr: 2019, kw: 1, erstberatungen: 3 } }),
  'POST /api/yearly-summaries/{id}/duplicate': async (world) => {
    const { answer } = await ask(world, 'GET', '/api/yearly-summaries?where[jahr][equals]=2019')
    return ask(world, 'POST', `/api/yearly-summaries/${answer.body.docs[0].id}/duplicate`, {
      body: { kw: 2 },
    })
  },
  ...readingCalls('yearly-summaries'),
  ...changingCalls('yearly-summaries', { source: 'Von Hand' }),
  ...removingCalls('yearly-summaries'),
  'GET /api/notifications': async (world) => {
    await world.portal.runJobs()
    const found = await ask(world, 'GET', '/api/notifications?limit=5')
    world.known.set('notification', found.answer.body.docs[0]?.id)
    return found
  },
  'PUT /api/notifications/{id}/read': (world) =>
    ask(world, 'PUT', `/api/notifications/${recall(world, 'notification')}/read`),
  'PUT /api/notifications/read-all': (world) => ask(world, 'PUT', '/api/notifications/read-all'),
  'GET /api/notifications/{id}': (world) =>
    ask(world, 'GET', `/api/notifications/${recall(world, 'notification')}`),
  'GET /api/notifications/count': (world) => ask(world, 'GET', '/api/notifications/count'),
  'POST /api/notifications/access': (world) => ask(world, 'POST', '/api/notifications/access', { body: {} }),
  'POST /api/notifications/access/{id}': (world) =>
    ask(world, 'POST', `/api/notifications/access/${recall(world, 'notification')}`, { body: {} }),
}
