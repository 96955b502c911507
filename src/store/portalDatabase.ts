import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { sortFields } from '../domain/cases/caseSearch'
import { mongoAdapter } from './mongo/mongoAdapter'
import { type EmbeddedDatabase, embeddedAdapter } from './sqlite/embeddedAdapter'

/** `isBeingFilled`: this process carries an installation into this MongoDB, which no portal starts on meanwhile. */
export type PortalDatabase = EmbeddedDatabase & { isBeingFilled?: boolean }

/** The database of a URI: `file:…` is the embedded one, `mongodb://…` MongoDB. Lists sort the same on both. */
export function portalDatabase(settings: PortalDatabase): DatabaseAdapterObj {
  const database: DatabaseAdapterObj = settings.uri.startsWith('file:')
    ? embeddedAdapter(settings)
    : mongoAdapter(settings)
  return { ...database, init: (args) => sortingNames(database.init(args)) }
}

type Sort = string | string[] | undefined

/**
 * Sorts cases by the stored keys of their names instead of the names, and those that are equal by their Fall-ID, which
 * is unique: so both databases give the same pages, from an index that ends with it.
 */
function sortingNames<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  const find = adapter.find.bind(adapter)
  adapter.find = (args) => find(args.collection === 'cases' ? { ...args, sort: caseSort(args.sort) } : args)
  return adapter
}

function caseSort(sort: Sort): Sort {
  if (sort === undefined || sort.length === 0) return sort
  const parts = (Array.isArray(sort) ? sort : sort.split(',')).map((part) => {
    const [direction, field] = part.startsWith('-') ? ['-', part.slice(1)] : ['', part]
    return (
      direction + (Object.hasOwn(sortFields, field) ? sortFields[field as keyof typeof sortFields] : field)
    )
  })
  if (parts.some((part) => /^-?(fallId|id)$/.test(part))) return parts
  return [...parts, parts[0]?.startsWith('-') ? '-fallId' : 'fallId']
}
