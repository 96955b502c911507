import { queueEmail } from '../../../src/services/mails/queueEmail'
import { changingCalls, readingCalls, removingCalls } from './documentCalls'
import { type ApiCalls, anyId, ask, recall, type World } from './world'

async function invite(world: World) {
  const made = await ask(world, 'POST', '/api/invitations', {
    body: { role: 'dak_mitarbeiter', email: 'gast@example.org', mail: false },
  })
  world.known.set('invitation', made.answer.body.doc?.id)
  return made
}

/** A mail that the server refuses, so that it stays. */
async function queueRefused(world: World) {
  const email = 'refused@example.org'
  world.server.refuses.set(email, 550)
  await queueEmail({ req: { payload: world.portal.payload }, to: email, subject: 'Betreff', text: 'Text' })
  await world.portal.runJobs()
}

async function user(world: World, username: string) {
  const made = await ask(world, 'POST', '/api/users', {
    body: { username, email: `${username}@dak.de`, password: 'rosenkohl mag ich', role: 'dak_mitarbeiter' },
  })
  world.known.set('user', made.answer.body.doc?.id)
  return made
}

const preference = '/api/payload-preferences'

/** What admins do with accounts, invitations, domains, mails and settings, and what the panel keeps. */
export const adminCalls: ApiCalls = {
  'GET /api/audit-log/list': (world) => ask(world, 'GET', '/api/audit-log/list?action=create'),
  'GET /api/audit-log/xlsx': (world) => ask(world, 'GET', '/api/audit-log/xlsx?entityType=users'),
  'GET /api/audit-log/csv': (world) => ask(world, 'GET', '/api/audit-log/csv?entityType=users'),
  'POST /api/erasures/search': (world) =>
    ask(world, 'POST', '/api/erasures/search', { body: { nachname: 'Tonn', vorname: 'Regina' } }),
  'POST /api/erasures': (world) =>
    ask(world, 'POST', '/api/erasures', { body: { caseIds: [], person: { kvnr: 'X110465770' } } }),
  'GET /api/erasures/list': async (world) => {
    await world.portal.runJobs()
    return ask(world, 'GET', '/api/erasures/list')
  },
  'GET /api/erasures/retention': (world) => ask(world, 'GET', '/api/erasures/retention'),
  'POST /api/erasures/retention': async (world) => {
    await ask(world, 'POST', '/api/globals/settings', { body: { retention: { importDays: 30 } } })
    return ask(world, 'POST', '/api/erasures/retention')
  },
  ...readingCalls('erasures'),
  'POST /api/users': (world) => user(world, 'neu'),
  'GET /api/users': (world) => ask(world, 'GET', '/api/users?depth=0&limit=0'),
  'GET /api/users/count': (world) => ask(world, 'GET', '/api/users/count'),
  'GET /api/users/{id}': (world) => ask(world, 'GET', `/api/users/${recall(world, 'user')}`),
  'PATCH /api/users/{id}': (world) =>
    ask(world, 'PATCH', `/api/users/${recall(world, 'user')}`, { body: { language: 'en' } }),
  'PATCH /api/users': (world) =>
    ask(world, 'PATCH', `/api/users?where[id][equals]=${recall(world, 'user')}`, {
      body: { isActive: false },
    }),
  'DELETE /api/users/{id}': (world) => ask(world, 'DELETE', `/api/users/${recall(world, 'user')}`),
  'DELETE /api/users': async (world) => {
    await user(world, 'weg')
    return ask(world, 'DELETE', `/api/users?where[id][equals]=${recall(world, 'user')}`)
  },
  'POST /api/invitations': invite,
  'GET /api/invitations/list': (world) => ask(world, 'GET', '/api/invitations/list'),
  'POST /api/invitations/{id}/mail': (world) =>
    ask(world, 'POST', `/api/invitations/${recall(world, 'invitation')}/mail`),
  ...readingCalls('invitations'),
  'POST /api/invitations/{id}/revoke': (world) =>
    ask(world, 'POST', `/api/invitations/${recall(world, 'invitation')}/revoke`),
  'POST /api/allowed-domains': (world) =>
    ask(world, 'POST', '/api/allowed-domains', { body: { domain: 'example.org', role: 'dak_mitarbeiter' } }),
  'POST /api/allowed-domains/{id}/duplicate': async (world) =>
    ask(world, 'POST', `/api/allowed-domains/${await anyId(world, 'allowed-domains')}/duplicate`, {
      body: { domain: 'example.com' },
    }),
  ...readingCalls('allowed-domains'),
  ...changingCalls('allowed-domains', { isActive: false }),
  ...removingCalls('allowed-domains'),
  'GET /api/mails/undelivered': async (world) => {
    await queueRefused(world)
    return ask(world, 'GET', '/api/mails/undelivered')
  },
  'GET /api/mails/preview': (world) => ask(world, 'GET', '/api/mails/preview?text=report_ready&language=en'),
  ...readingCalls('mails'),
  'POST /api/mails/{id}/send-again': async (world) =>
    ask(world, 'POST', `/api/mails/${await anyId(world, 'mails')}/send-again`),
  'DELETE /api/mails/{id}': async (world) =>
    ask(world, 'DELETE', `/api/mails/${await anyId(world, 'mails')}`),
  'DELETE /api/mails': async (world) => {
    await queueRefused(world)
    return ask(world, 'DELETE', `/api/mails?where[id][equals]=${await anyId(world, 'mails')}`)
  },
  'GET /api/globals/settings': (world) => ask(world, 'GET', '/api/globals/settings'),
  'POST /api/globals/settings': (world) =>
    ask(world, 'POST', '/api/globals/settings', { body: { mfaPolicy: 'optional' } }),
  'POST /api/globals/settings/access': (world) =>
    ask(world, 'POST', '/api/globals/settings/access', { body: {} }),
  [`POST ${preference}/{key}`]: (world) =>
    ask(world, 'POST', `${preference}/nav`, { body: { value: { open: true } } }),
  [`GET ${preference}/{key}`]: (world) => ask(world, 'GET', `${preference}/nav`),
  [`DELETE ${preference}/{key}`]: (world) => ask(world, 'DELETE', `${preference}/nav`),
  [`POST ${preference}`]: (world) => {
    const { id } = world.admin.user
    return ask(world, 'POST', preference, {
      body: { key: 'list', value: { limit: 50 }, user: { relationTo: 'users', value: id } },
    })
  },
  [`GET ${preference}`]: (world) => ask(world, 'GET', `${preference}?depth=1`),
  [`POST ${preference}/access/{id}`]: async (world) =>
    ask(world, 'POST', `${preference}/access/${await anyId(world, 'payload-preferences')}`, { body: {} }),
  ...changingCalls('payload-preferences', { value: { limit: 10 } }),
  [`DELETE ${preference}`]: (world) => ask(world, 'DELETE', `${preference}?where[key][equals]=list`),
}
