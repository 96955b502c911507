import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { sortFields } from '../domain/cases/caseSearch'
import { mongoAdapter } from './mongo/mongoAdapter'
import { embeddedAdapter, type Migrations } from './sqlite/embeddedAdapter'

/** The database of a URI: `file:…` is the embedded one, `mongodb://…` MongoDB. Lists sort the same on both. */
export function portalDatabase({
  uri,
  migrations,
  migrationDir,
}: {
  uri: string
  migrations: Migrations
  migrationDir: string
}): DatabaseAdapterObj {
  const database: DatabaseAdapterObj = uri.startsWith('file:')
    ? embeddedAdapter({ uri, migrations, migrationDir })
    : mongoAdapter(uri)
  return { ...database, init: (args) => sortingNames(database.init(args)) }
}

type Sort = string | string[] | undefined

/** Sorts cases by the stored keys of their names instead of the names. */
function sortingNames<Adapter extends BaseDatabaseAdapter>(adapter: Adapter): Adapter {
  const find = adapter.find.bind(adapter)
  adapter.find = (args) => find(args.collection === 'cases' ? { ...args, sort: byKeys(args.sort) } : args)
  return adapter
}

function byKeys(sort: Sort): Sort {
  if (sort === undefined) return sort
  return (Array.isArray(sort) ? sort : sort.split(',')).map((part) => {
    const [direction, field] = part.startsWith('-') ? ['-', part.slice(1)] : ['', part]
    return (
      direction + (Object.hasOwn(sortFields, field) ? sortFields[field as keyof typeof sortFields] : field)
    )
  })
}
