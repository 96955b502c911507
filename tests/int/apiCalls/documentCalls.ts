import type { CollectionSlug } from 'payload'
import { type ApiCalls, anyId, ask, type World } from './world'

/** Reading documents of a collection, as every collection has it. */
export function readingCalls(collection: CollectionSlug): ApiCalls {
  const root = `/api/${collection}`
  return {
    [`GET ${root}`]: (world) => ask(world, 'GET', `${root}?limit=3&page=1&depth=1&sort=-id`),
    [`GET ${root}/count`]: (world) => ask(world, 'GET', `${root}/count?where[id][not_equals]=none`),
    [`GET ${root}/{id}`]: async (world) =>
      ask(world, 'GET', `${root}/${await anyId(world, collection)}?depth=2`),
    ...accessCalls(collection),
  }
}

/** Asking what one may do with them. */
export function accessCalls(collection: CollectionSlug): ApiCalls {
  const root = `/api/${collection}/access`
  return {
    [`POST ${root}`]: (world) => ask(world, 'POST', root, { body: {} }),
    [`POST ${root}/{id}`]: async (world) =>
      ask(world, 'POST', `${root}/${await anyId(world, collection)}`, { body: {} }),
  }
}

/** Changing documents, one and those that match, and removing them. */
export function changingCalls(collection: CollectionSlug, change: object): ApiCalls {
  const root = `/api/${collection}`
  const one = async (world: World) => `${root}/${await anyId(world, collection)}`
  const matching = async (world: World) => `${root}?where[id][equals]=${await anyId(world, collection)}`
  return {
    [`PATCH ${root}/{id}`]: async (world) => ask(world, 'PATCH', await one(world), { body: change }),
    [`PATCH ${root}`]: async (world) => ask(world, 'PATCH', await matching(world), { body: change }),
  }
}

/** Removing one document, and those that match. */
export function removingCalls(collection: CollectionSlug): ApiCalls {
  const root = `/api/${collection}`
  return {
    [`DELETE ${root}/{id}`]: async (world) =>
      ask(world, 'DELETE', `${root}/${await anyId(world, collection)}`),
    [`DELETE ${root}`]: async (world) =>
      ask(world, 'DELETE', `${root}?where[id][equals]=${await anyId(world, collection)}`),
  }
}
