import type { Endpoint, SanitizedConfig } from 'payload'
import { type Gate, gateOf } from '../access/hasRole'
import { refusal } from './refuse'

/** Payload's endpoints that need no login, or that someone at a gate needs. */
const alwaysOpen = [
  'post /users/login',
  'post /users/logout',
  'get /users/me',
  'get /users/init',
  'post /users/reset-password',
  'post /users/verify/:id',
]

const openAt: Record<Gate, ReadonlySet<string>> = {
  passwordChangeRequired: new Set(alwaysOpen),
  mfaEnrolmentRequired: new Set([...alwaysOpen, 'post /users/refresh-token']),
}

/**
 * Closes every other REST endpoint of Payload to someone who has to set up a second factor or change the password first:
 * those too that ask for a login only, such as the preferences. GraphQL and the Local API are closed by the rules of
 * access, the portal's own endpoints by `defineEndpoint`.
 */
export function closeGatedDoors(config: SanitizedConfig): SanitizedConfig {
  closeEach(config.endpoints, '')
  for (const { slug, endpoints } of [...config.collections, ...config.globals])
    if (endpoints) closeEach(endpoints, `/${slug}`)
  return config
}

/** Payload's endpoints are the same objects in every collection: they are replaced, not changed. */
function closeEach(endpoints: Endpoint[], prefix: string): void {
  endpoints.splice(0, endpoints.length, ...endpoints.map((endpoint) => gated(endpoint, prefix)))
}

function gated(endpoint: Endpoint, prefix: string): Endpoint {
  if (endpoint.custom?.knowsGates) return endpoint
  const door = `${endpoint.method} ${prefix}${endpoint.path}`
  return {
    ...endpoint,
    handler: (req) => {
      const gate = gateOf(req.user)
      if (gate && !openAt[gate].has(door)) throw refusal(req, 403, gate)
      return endpoint.handler(req)
    },
  }
}
