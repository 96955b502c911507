import type { Endpoint, SanitizedConfig } from 'payload'
import { accessOf, type CollectionName, type GlobalName, globalAccessOf } from '../access/accessOf'
import { nobody, type Rule } from '../access/rule'
import { codedErrors } from './codedErrors'
import { type Door, doorsOf, ruleOfDoor } from './doors'
import { ensureJsonObject } from './ensureJsonObject'
import { ensureTableIsWhole } from './ensureTableIsWhole'
import { forbidSortAcross } from './forbidSortAcross'
import { openDoor } from './openDoor'

/**
 * Puts Payload's own collections, globals and REST endpoints under the table of roles: those too that ask for a login
 * only, such as preferences, or for nothing. The portal's own read the table where they are defined. Throws where the
 * table and the portal differ in what there is.
 */
export function lockDoors(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, access } of config.collections.filter(isPayloads))
    Object.assign(access, accessOf(slug as CollectionName))
  for (const { slug, access } of config.globals.filter(isPayloads))
    Object.assign(access, globalAccessOf(slug as GlobalName))
  ensureTableIsWhole(config)
  for (const { hooks } of config.collections) hooks.beforeOperation.unshift(forbidSortAcross)
  for (const door of doorsOf(config)) lock(door)
  return config
}

function isPayloads({ slug }: { slug: string }): boolean {
  return slug.startsWith('payload-')
}

/** Payload's endpoints are the same objects in every collection: they are replaced, not changed. */
function lock(door: Door): void {
  const endpoint = door.list[door.index]
  if (endpoint && !endpoint.custom?.door) door.list[door.index] = locked(endpoint, ruleOfDoor(door) ?? nobody)
}

function locked(endpoint: Endpoint, rule: Rule): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      openDoor({ req, rule })
      ensureJsonObject(req)
      return codedErrors(await endpoint.handler(req))
    },
  }
}
